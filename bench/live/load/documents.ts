import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as Y from "yjs";
import type { Anchor } from "./edits.ts";

/** A stored document, and the place where typing may begin in it. */
export interface Material {
  state: Uint8Array;
  vector: Uint8Array;
  anchor: Anchor;
}

const WRITER = 2_718_281_828;

/** One paragraph with one character. */
export function shortDocument(): Material {
  const { document, text } = withParagraph(WRITER);
  text.insert(0, ".");
  return material(document, text);
}

/** About twenty kilobytes as they come about: four people who type here and there, and take some of it back. */
export function longDocument(bytes = 20_000): Material {
  const pick = seeded(20);
  const { document, text } = withParagraph(WRITER);
  text.insert(0, ".");
  const copies = [1, 2, 3, 4].map((writer) => {
    const copy = new Y.Doc();
    copy.clientID = 1_000_000_000 + writer;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
    return copy;
  });
  while (Y.encodeStateAsUpdate(document).length < bytes) {
    for (const copy of copies) {
      typeSomewhere(copy, pick);
      Y.applyUpdate(document, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(document)));
    }
    for (const copy of copies) Y.applyUpdate(copy, Y.encodeStateAsUpdate(document, Y.encodeStateVector(copy)));
  }
  return material(document, text);
}

function typeSomewhere(document: Y.Doc, pick: (below: number) => number): void {
  const paragraph = document.getXmlFragment("content").get(0) as Y.XmlElement;
  const text = paragraph.get(0) as Y.XmlText;
  for (let run = 0; run < 8; run++) {
    const at = pick(text.length + 1);
    text.insert(at, "wat we samen lazen ".slice(0, 4 + pick(15)));
    if (pick(3) === 0) text.delete(Math.min(at, text.length - 3), 2);
  }
}

interface Trace {
  endContent: string;
  txns: { patches: [at: number, deleted: number, inserted: string][] }[];
}

/** The B4 trace (bench/data/README.md) typed by one person into one text, as its store holds it afterwards. */
export function b4Document(): Material {
  const file = new URL("../../data/b4-editing-trace.json.gz", import.meta.url);
  const trace: Trace = JSON.parse(gunzipSync(readFileSync(file)).toString());
  const { document, text } = withParagraph(WRITER);
  document.transact(() => {
    for (const { patches } of trace.txns)
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted) text.insert(at, inserted);
      }
  });
  if (text.toString() !== trace.endContent) throw new Error("the B4 trace did not come out as its text");
  return material(document, text);
}

function withParagraph(clientId: number): { document: Y.Doc; text: Y.XmlText } {
  const document = new Y.Doc();
  document.clientID = clientId;
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  document.getXmlFragment("content").insert(0, [paragraph]);
  return { document, text };
}

function material(document: Y.Doc, text: Y.XmlText): Material {
  const end = Y.createRelativePositionFromTypeIndex(text, text.length, -1).item;
  if (!end) throw new Error("a document without a last character");
  return {
    state: Y.encodeStateAsUpdate(document),
    vector: Y.encodeStateVector(document),
    anchor: { client: end.client, clock: end.clock },
  };
}

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
  };
}
