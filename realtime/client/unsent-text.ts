import * as Y from "yjs";

/**
 * The words in updates that the server did not take, so that a person can copy them elsewhere: everything typed and
 * not deleted again, what was typed in one go on one line.
 */
export function unsentText(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return "";
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  const lines: string[] = [];
  let end: { client: number; clock: number } | undefined;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    const gone = ds.clients.get(client) ?? [];
    const letters = Array.from(struct.content.str.split(""), (letter, index) =>
      gone.some((range) => range.clock <= clock + index && clock + index < range.clock + range.len) ? "" : letter,
    ).join("");
    const follows = end?.client === client && end.clock === clock && struct.origin?.clock === clock - 1;
    if (follows && lines.length > 0) lines[lines.length - 1] += letters;
    else lines.push(letters);
    end = { client, clock: clock + struct.length };
  }
  return lines.filter((line) => line.trim() !== "").join("\n");
}
