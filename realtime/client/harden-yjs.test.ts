import { expect, it } from "vitest";
import * as Y from "yjs";
import { hardenYjs } from "./harden-yjs.ts";

hardenYjs();

const textIn = (doc: Y.Doc) => doc.getText("content");
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  textIn(copy);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

it("changes nothing by reading what two others did to the same word", () => {
  const anna = new Y.Doc();
  textIn(anna).insert(0, "een woord");
  const bram = copyOf(anna);
  const before = Y.encodeStateVector(anna);
  textIn(anna).format(4, 5, { bold: true });
  textIn(bram).delete(4, 5);
  const reader = copyOf(anna);
  const changes: unknown[] = [];
  reader.on("update", (_update: Uint8Array, origin: unknown) => changes.push(origin));
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(bram, before), "server");
  expect(changes).toEqual(["server"]);
});
