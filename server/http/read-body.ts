import type { IncomingMessage } from "node:http";

export const LARGEST_BODY_BYTES = 1024 * 1024;
/** Of all requests that are coming in together: what strangers can make a node hold before anyone is asked who they are. */
const MOST_BYTES_TOGETHER = 64 * LARGEST_BODY_BYTES;
/** How much of a refused body is still read and thrown away, so that the sender gets to see the refusal. */
const POLITE_BYTES = 16 * LARGEST_BODY_BYTES;

export type BodyRefusal = "too-large" | "compressed" | "busy" | "gone";

let bytesTogether = 0;

/**
 * The whole body of a request, or why it is refused. It is read before any page code runs: a limit that strikes while
 * an action is half done has no good answer. Compressed bodies are refused unread, because their real size is only
 * known by inflating them (hostile T22).
 */
export async function readBody(
  request: IncomingMessage,
  mostBytesTogether = MOST_BYTES_TOGETHER,
): Promise<Buffer | BodyRefusal> {
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") return "compressed";
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY_BYTES) return "too-large";

  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      bytesTogether += piece.length;
      if (bytes > LARGEST_BODY_BYTES) return "too-large";
      if (bytesTogether > mostBytesTogether) return "busy";
      pieces.push(piece);
    }
  } catch {
    return "gone";
  } finally {
    bytesTogether -= bytes;
  }
  return Buffer.concat(pieces);
}

/**
 * Reads on after a refusal, within bounds. Closing at once would reset the connection, and a reset can overtake the
 * answer: the person would see a broken line in place of the sentence.
 */
export function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let bytes = 0;
  request.on("data", (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > POLITE_BYTES) request.destroy();
  });
  request.on("error", () => request.destroy());
  request.resume();
}
