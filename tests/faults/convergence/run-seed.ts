import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { paragraph } from "#content/blocks.ts";
import { ROOT } from "#domain/documents/words.ts";
import { hardenYjs } from "#realtime/client/index.ts";
import { randomFrom } from "#realtime/documents/gate/testing/random-document.ts";
import { contentHash } from "#realtime/wire/content-hash.ts";
import { writeBlocks } from "#server/documents/index.ts";
import { Author } from "./author.ts";
import { schema } from "./headless-editor.ts";
import { Memory } from "./memory.ts";
import { Server } from "./server.ts";

hardenYjs();

export interface Outcome {
  /** Markers that nobody touched and that have to be there once. */
  due: number;
  typed: number;
  /** Nobody took them out. */
  lost: string[];
  /** The binding took them out, because their place does not fit the schema. */
  tidied: string[];
  doubled: string[];
  /** What an honest editor was refused for good. */
  refused: string[];
  converged: boolean;
  fitsSchema: boolean;
}

export interface Size {
  authors: number;
  operations: number;
}

/** One run: everybody writes at once over bad lines and a server that is killed, and then all comes to rest. */
export function runSeed(seed: number, { authors: count, operations }: Size): Outcome {
  const pick = randomFrom(seed);
  const memory = new Memory();
  const beginning = new Y.Doc();
  beginning.clientID = 1;
  writeBlocks(beginning, [paragraph("Begin"), paragraph(""), paragraph("")]);
  const server = new Server(Y.encodeStateAsUpdate(beginning));
  const authors = Array.from(
    { length: count },
    (_, index) => new Author(`person ${index}`, 100 + index, server, memory, pick),
  );
  const refused: string[] = [];
  const move = (author: Author) => {
    const code = author.exchange();
    if (code) refused.push(code);
  };

  for (let step = 0; step < operations * count; step++) {
    const author = authors[pick(count)] as Author;
    if (pick(2) === 0) author.type();
    else author.change();
    if (pick(4) === 0) move(authors[pick(count)] as Author);
    if (pick(6) === 0) server.commit();
    if (pick(40) === 0) (authors[pick(count)] as Author).breakLine();
    if (pick(200) === 0) {
      server.kill();
      for (const each of authors) each.breakLine();
    }
  }
  for (let turn = 0; turn < 2_000 && !authors.every((author) => author.isAtRest()); turn++) {
    for (const author of authors) move(author);
    server.commit();
    if (refused.length > 0) break;
  }
  const outcome = judge(server, authors, memory, refused);
  for (const { editor, doc } of authors) {
    editor.destroy();
    doc.destroy();
  }
  return outcome;
}

function judge(server: Server, authors: readonly Author[], memory: Memory, refused: string[]): Outcome {
  const hash = contentHash(server.doc);
  const text = server.doc.getXmlFragment(ROOT).toString();
  const due = memory.due();
  const counts = due.map((marker) => ({ marker, count: text.split(marker).length - 1 }));
  const gone = counts.filter(({ count }) => count === 0).map(({ marker }) => marker);
  return {
    due: due.length,
    typed: memory.markers,
    lost: gone.filter((marker) => !memory.wasTidied(marker)),
    tidied: gone.filter((marker) => memory.wasTidied(marker)),
    doubled: counts.filter(({ count }) => count > 1).map(({ marker }) => marker),
    refused,
    converged: authors.every(({ doc }) => contentHash(doc) === hash),
    fitsSchema:
      fits(server.doc) && authors.every(({ editor, doc }) => fits(doc) && isShown(editor.doc.textContent, doc)),
  };
}

function fits(doc: Y.Doc): boolean {
  try {
    yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(ROOT), schema).check();
    return true;
  } catch {
    return false;
  }
}

/** The editor shows what the document says. */
function isShown(shown: string, doc: Y.Doc): boolean {
  return shown === yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(ROOT), schema).textContent;
}
