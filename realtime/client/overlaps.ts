import * as Y from "yjs";
import { alike } from "#domain/documents/align.ts";
import { textOf } from "#domain/documents/content.ts";
import { type DocumentNode, holdsText } from "#domain/documents/tree.ts";
import { ROOT } from "#domain/documents/words.ts";
import { DEEPEST, elementTree } from "../wire/text-tree.ts";

/**
 * A paragraph (or heading) that this person and others changed without seeing each other's words. Nothing of it is
 * lost from the log, but what the merge made of it is nobody's sentence: somebody has to choose.
 */
export interface Overlap {
  /** Where it stands now (`blockId`); null: one side deleted it, and with it the words of the other. */
  readonly block: string | null;
  /** What stands before it, to put it back behind; null: it was the first. */
  readonly after: string | null;
  /** What this person made of it; null: deleted it. */
  readonly own: DocumentNode | null;
  /** What the others made of it; null: deleted it. Never null beside an `own` that is. */
  readonly others: DocumentNode | null;
}

interface Block {
  id: string;
  node: DocumentNode;
  text: string;
}

type Version = ReadonlyMap<string, Block>;

/** What an element is known by on every device: the place of its making in the log. */
export function blockId(element: Y.XmlElement): string {
  const { client, clock } = element._item!.id;
  return `${client}:${clock}`;
}

/**
 * The paragraphs that two versions changed differently, in reading order. Marks such as bold do not count, and what
 * was only moved (put in a list, made a heading) is looked for among what is new.
 *
 * @param before the version that both come from, as one Yjs update; so are `own` and `others`.
 */
export function overlapsOf(before: Uint8Array, own: Uint8Array, others: Uint8Array): Overlap[] {
  const was = blocksOf(before);
  const mine = blocksOf(own);
  const theirs = blocksOf(others);
  const overlaps: Overlap[] = [];
  for (const old of was.values()) {
    const here = mine.get(old.id);
    const there = theirs.get(old.id);
    if (here?.text === old.text || there?.text === old.text || !(here ?? there)) continue;
    const left = here ?? movedTo(old, mine, was);
    const right = there ?? movedTo(old, theirs, was);
    if (left?.text === right?.text) continue;
    const block = left && right ? (here ? right : left).id : null;
    const after = block === null ? blockBefore(old.id, left ? mine : theirs, left ? theirs : mine) : null;
    overlaps.push({ block, after, own: left?.node ?? null, others: right?.node ?? null });
  }
  return overlaps;
}

function blocksOf(version: Uint8Array): Version {
  const document = new Y.Doc();
  Y.applyUpdate(document, version);
  const blocks = new Map<string, Block>();
  const read = (parent: Y.XmlFragment, depth: number): void => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (!holdsText(child.nodeName)) {
        if (depth < DEEPEST) read(child, depth + 1);
        continue;
      }
      const id = blockId(child);
      const node = elementTree(child, depth);
      blocks.set(id, { id, node, text: textOf(node) });
    }
  };
  read(document.getXmlFragment(ROOT), 1);
  document.destroy();
  return blocks;
}

/** The same paragraph under another id: the editor makes a new one when it becomes a heading or goes into a list. */
function movedTo(old: Block, version: Version, was: Version): Block | undefined {
  const fresh = [...version.values()].filter(({ id }) => !was.has(id));
  const wordsAlike = ({ node }: Block) => old.text !== "" && alike({ ...old.node, type: node.type }, node);
  return fresh.find(({ text }) => text === old.text && text !== "") ?? fresh.find(wordsAlike);
}

/** The nearest paragraph before this one that the other version has too. */
function blockBefore(id: string, version: Version, other: Version): string | null {
  let before: string | null = null;
  for (const block of version.keys()) {
    if (block === id) break;
    if (other.has(block)) before = block;
  }
  return before;
}
