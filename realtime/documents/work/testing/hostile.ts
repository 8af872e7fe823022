import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** A paragraph of `letters` letters under one client id. */
export function longParagraph(letters: number, clientId: number): Uint8Array {
  const document = new Y.Doc();
  document.clientID = clientId;
  const paragraph = new Y.XmlElement("paragraph");
  const line = new Y.XmlText();
  document.transact(() => {
    document.getXmlFragment("content").insert(0, [paragraph]);
    paragraph.insert(0, [line]);
    line.insert(0, "a".repeat(letters));
  });
  return Y.encodeStateAsUpdate(document);
}

/** Whoever has read one update takes in others. With the product's copy of Yjs: the bench has the peers' beside it. */
export function readerOf(update: Uint8Array): (next: Uint8Array) => void {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  return (next) => Y.applyUpdate(document, next);
}

/**
 * Letters that each claim a place between the beginning of that paragraph and a different letter of it. Every one is
 * what an honest editor could have made, and Yjs needs the square of their number to find their places: 5,000 of them,
 * 60 kB, take it seconds (docs/decisions/0004-the-gate.md).
 */
export function costlyPlaces(letters: number, paragraphOf: number, clientId: number): Uint8Array {
  return claims(letters, clientId, (encoder, at) => {
    encoding.writeUint8(encoder, 0x40 | 4);
    encoding.writeVarUint(encoder, paragraphOf);
    encoding.writeVarUint(encoder, FIRST_LETTER + at);
  });
}

/** The same with each of them behind a different letter, and before the last one. */
export function farNeighbours(letters: number, paragraphOf: number, clientId: number): Uint8Array {
  return claims(letters - 1, clientId, (encoder, at) => {
    encoding.writeUint8(encoder, 0xc0 | 4);
    for (const letter of [at, letters - 1]) {
      encoding.writeVarUint(encoder, paragraphOf);
      encoding.writeVarUint(encoder, FIRST_LETTER + letter);
    }
  });
}

/** The paragraph and its text are clocks 0 and 1. */
const FIRST_LETTER = 2;

function claims(count: number, clientId: number, place: (encoder: encoding.Encoder, at: number) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, 0);
  for (let at = 0; at < count; at++) {
    place(encoder, at);
    encoding.writeVarString(encoder, "b");
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
