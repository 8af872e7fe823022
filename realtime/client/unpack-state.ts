/** Whether this browser (or Node) can inflate by itself. */
export const canUnpack = ((): boolean => {
  try {
    return new DecompressionStream("deflate-raw") !== undefined;
  } catch {
    return false;
  }
})();

/** Inflates a packed state (`Joined.packed`). Rejects when it is none. */
export async function unpackState(packed: Uint8Array): Promise<Uint8Array> {
  const inflated = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
