import * as Y from "yjs";
import { alike } from "#domain/documents/align.ts";
import { textOf } from "#domain/documents/content.ts";
import { type DocumentNode, holdsText } from "#domain/documents/tree.ts";
import { ROOT } from "#domain/documents/words.ts";
import { DEEPEST, elementTree } from "../wire/text-tree.ts";
import { newId } from "./new-id.ts";

/**
 * Words that this person and others wrote in the same place without seeing each other's, and that the merge either mixed
 * into nobody's sentence or left out, because one side had deleted where the other wrote on. Somebody has to choose.
 */
export interface Overlap {
  readonly id: string;
  /** The paragraph (`blockId`) in which the chosen words belong; null: they stand nowhere now. */
  readonly block: string | null;
  /** What the merge made of it, to see whether somebody wrote on since. */
  readonly merged: string;
  /** The paragraph before it, to put words back behind; null: it was the first. */
  readonly after: string | null;
  /** The paragraphs or headings as this person left them; none: deleted. */
  readonly own: readonly DocumentNode[];
  /** As the others left them. */
  readonly others: readonly DocumentNode[];
  /** Whose words are not in the document; null: those of both are, mixed. */
  readonly gone: "own" | "others" | null;
}

interface Block {
  id: string;
  node: DocumentNode;
  text: string;
  /** Its place among the paragraphs of its version. */
  at: number;
}

/** The paragraphs and headings of a text, at any depth, in reading order. */
export interface Version {
  list: readonly Block[];
  byId: ReadonlyMap<string, Block>;
}

/** Looking for a paragraph under a new id weighs so many pairs at most: a page must not stand still for it. */
const PAIRS = 4_000;

/** What an element is known by on every device: the place of its making in the log. */
export function blockId(element: Y.XmlElement): string {
  const { client, clock } = element._item!.id;
  return `${client}:${clock}`;
}

export function versionOf(document: Y.Doc): Version {
  const list: Block[] = [];
  const read = (parent: Y.XmlFragment, depth: number): void => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (holdsText(child.nodeName)) {
        const node = elementTree(child, depth);
        list.push({ id: blockId(child), node, text: textOf(node), at: list.length });
      } else if (depth < DEEPEST) read(child, depth + 1);
    }
  };
  read(document.getXmlFragment(ROOT), 1);
  return { list, byId: new Map(list.map((block) => [block.id, block])) };
}

/**
 * What has to be chosen, in reading order. Marks such as bold do not count.
 *
 * @param was the text that both come from. @param merged what became of `own` and `others` together.
 */
export function overlapsOf(was: Version, own: Version, others: Version, merged: Version): Overlap[] {
  const found = [
    ...mixed(was, own, others, merged),
    ...lost("own", was, own, new Moved(was, others), merged),
    ...lost("others", was, others, new Moved(was, own), merged),
  ];
  const place = ({ block, after }: Overlap) => merged.byId.get(block ?? after ?? "")?.at ?? -1;
  return found.sort((a, b) => place(a) - place(b));
}

/** Paragraphs that both changed, and that now say what neither wrote. */
function mixed(was: Version, own: Version, others: Version, merged: Version): Overlap[] {
  return merged.list.flatMap((now) => {
    const [old, mine, theirs] = [was, own, others].map(({ byId }) => byId.get(now.id));
    if (!old || !mine || !theirs || now.text === mine.text || now.text === theirs.text) return [];
    if (!hasNewWords(mine, old, was, own) || !hasNewWords(theirs, old, was, others)) return [];
    // What one side joined to it stands in the other's text as paragraphs of their own.
    const beside = (side: Version, joined: readonly Block[]) =>
      joined.flatMap(({ id }) => side.byId.get(id)?.node ?? []);
    const sides = {
      own: [...said(mine), ...beside(own, joinedTo(theirs, old, was, others))],
      others: [...said(theirs), ...beside(others, joinedTo(mine, old, was, own))],
      gone: null,
    };
    return [{ id: newId(), block: now.id, merged: now.text, after: keptBefore(now, merged, merged), ...sides }];
  });
}

/** Words of one side that stand nowhere now: the other deleted their paragraph, or what it stood in. */
function lost(gone: "own" | "others", was: Version, side: Version, other: Moved, merged: Version): Overlap[] {
  const overlaps: Overlap[] = [];
  const standing = new Set(merged.list.map(({ text }) => text));
  for (const block of side.list) {
    if (merged.byId.has(block.id) || block.text.trim() === "") continue;
    const old = was.byId.get(block.id);
    if (old ? !hasNewWords(block, old, was, side) : standing.has(block.text)) continue;
    const moved = old && other.moved(old);
    if (moved?.text === block.text) continue;
    const shown = moved ?? (old && other.joined(old));
    const words = (of: "own" | "others") => (of === gone ? [block.node] : shown ? said(shown) : []);
    const last = overlaps.at(-1);
    const after = keptBefore(block, side, merged);
    // Nothing between them stands any more: they went together.
    if (!shown && last?.block === null && last.after === after)
      overlaps[overlaps.length - 1] = { ...last, [gone]: [...last[gone], block.node] };
    else
      overlaps.push({
        id: newId(),
        block: moved?.id ?? null,
        merged: moved ? (merged.byId.get(moved.id)?.text ?? "") : "",
        after,
        own: words("own"),
        others: words("others"),
        gone,
      });
  }
  return overlaps;
}

const said = ({ node, text }: Block): DocumentNode[] => (text.trim() === "" ? [] : [node]);

/** Whether somebody changed a paragraph's words, and did not only begin a new one in its middle or join the next to it. */
function hasNewWords(block: Block, old: Block, was: Version, version: Version): boolean {
  const { text, at } = block;
  if (text === old.text) return false;
  const rest = old.text.startsWith(text)
    ? old.text.slice(text.length).trim()
    : old.text.endsWith(text)
      ? old.text.slice(0, -text.length).trim()
      : "";
  const isNew = (beside: Block | undefined) => beside !== undefined && !was.byId.has(beside.id);
  const beside = [version.list[at - 1], version.list[at + 1]].filter(isNew);
  if (rest !== "" && beside.some((block) => block?.text.includes(rest))) return false;
  const joined = joinedTo(block, old, was, version);
  const words = (...blocks: readonly Block[]) => blocks.map(({ text }) => text.replaceAll(/\s/gu, "")).join("");
  return joined.length === 0 || words(block) !== words(old, ...joined);
}

/** The paragraphs that followed it and that it took in. */
function joinedTo({ text }: Block, old: Block, was: Version, version: Version): Block[] {
  const joined: Block[] = [];
  for (let index = old.at + 1; index < was.list.length; index++) {
    const next = was.list[index]!;
    if (version.byId.has(next.id) || next.text.trim() === "" || !text.includes(next.text.trim())) break;
    joined.push(next);
  }
  return joined;
}

/** The nearest paragraph before this one that stands in the document. */
function keptBefore({ at }: Block, version: Version, merged: Version): string | null {
  for (let index = at - 1; index >= 0; index--) {
    const { id } = version.list[index]!;
    if (merged.byId.has(id)) return id;
  }
  return null;
}

/** Where paragraphs went that stand under their id no more: the editor makes a new one for a heading or a list's item. */
class Moved {
  private readonly fresh: Block[];
  private readonly taken = new Map<string, Block>();
  private pairs = 0;

  constructor(
    was: Version,
    private readonly version: Version,
  ) {
    const missing = was.list.filter(({ id, text }) => text !== "" && !version.byId.has(id));
    const fresh = new Set(version.list.filter(({ id }) => !was.byId.has(id)));
    const byText = new Map<string, Block[]>();
    for (const block of fresh) byText.set(block.text, [...(byText.get(block.text) ?? []), block]);
    for (const { id, text } of missing) {
      const same = byText.get(text)?.shift();
      if (same === undefined) continue;
      this.taken.set(id, same);
      fresh.delete(same);
    }
    this.fresh = [...fresh];
  }

  /** The same paragraph, rewritten or not; each is the counterpart of one. */
  moved(old: Block): Block | undefined {
    const known = this.taken.get(old.id);
    if (known || old.text === "") return known;
    const index = this.fresh.findIndex(
      ({ node }) => this.pairs++ < PAIRS && alike({ ...old.node, type: node.type }, node),
    );
    if (index < 0) return undefined;
    const [found] = this.fresh.splice(index, 1);
    this.taken.set(old.id, found!);
    return found;
  }

  /** The paragraph that took in its words: somebody joined the two. */
  joined(old: Block): Block | undefined {
    const words = old.text.trim();
    return words === "" ? undefined : this.version.list.find(({ text }) => text.includes(words));
  }
}
