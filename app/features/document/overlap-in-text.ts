import { type Editor, Extension } from "@tiptap/core";
import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { COMMENT_MARK } from "#domain/documents/words.ts";
import { blockId, type Overlap } from "#realtime/client/index.ts";
import type { DocumentNode } from "./document-node.ts";

interface Marked {
  blocks: ReadonlySet<string>;
  looks: DecorationSet;
}

const key = new PluginKey<Marked>("overlaps");

/** Marks the paragraphs in the text that wait for a choice. */
export const OverlapMarks = Extension.create({
  name: "overlapMarks",
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key,
      state: {
        init: () => ({ blocks: new Set(), looks: DecorationSet.empty }),
        apply(transaction, before, _old, state) {
          const blocks: ReadonlySet<string> = transaction.getMeta(key) ?? before.blocks;
          const isRemote = transaction.getMeta(ySyncPluginKey) !== undefined;
          if (blocks === before.blocks && !transaction.docChanged) return before;
          // What is typed here moves them; what others write makes the whole text anew.
          if (blocks === before.blocks && !isRemote)
            return { blocks, looks: before.looks.map(transaction.mapping, transaction.doc) };
          return { blocks, looks: looksOf(state, blocks) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.looks },
    }),
  ],
});

function looksOf(state: EditorState, blocks: ReadonlySet<string>): DecorationSet {
  const marked = [...placesOf(state, blocks).values()];
  return DecorationSet.create(
    state.doc,
    marked.map(({ from, node }) => Decoration.node(from, from + node.nodeSize, { class: "overlapped" })),
  );
}

export function markOverlaps({ state, view }: Editor, overlaps: readonly Overlap[]): void {
  view.dispatch(state.tr.setMeta(key, new Set(overlaps.flatMap(({ block }) => block ?? []))));
}

interface Place {
  from: number;
  node: Node;
}

/** Where these blocks stand in the editor, as far as they do. */
function placesOf(state: EditorState, blocks: ReadonlySet<string>): Map<string, Place> {
  const places = new Map<string, Place>();
  const ids = new Map<unknown, string>();
  if (blocks.size === 0) return places;
  for (const [type, shown] of ySyncPluginKey.getState(state)?.binding?.mapping ?? []) {
    if (!(type instanceof Y.XmlElement) || !type._item || type._item.deleted) continue;
    const id = blockId(type);
    if (blocks.has(id)) ids.set(shown, id);
  }
  state.doc.descendants((node, from) => {
    const id = node.isTextblock ? ids.get(node) : undefined;
    if (id !== undefined) places.set(id, { from, node });
    return places.size < ids.size;
  });
  return places;
}

const placeOf = (state: EditorState, block: string | null): Place | null =>
  block === null ? null : (placesOf(state, new Set([block])).get(block) ?? null);

/**
 * Where the chosen words belong now: in the paragraph as the merge made it, or in one that reads the same, such as the
 * heading that it became; null when there is none, or somebody wrote on in it and their words must not go.
 */
export function untouched(state: EditorState, { block, merged }: Overlap): Place | null {
  const known = placeOf(state, block);
  if (known) return readsAs(known.node, merged) ? known : null;
  let found: Place | null = null;
  if (block !== null && merged.trim() !== "")
    state.doc.descendants((node, from) => {
      if (node.isTextblock && readsAs(node, merged)) found ??= { from, node };
      return found === null;
    });
  return found;
}

const readsAs = (node: Node, words: string) => node.textContent === words;

/**
 * Puts the words of one side in the text: in the place of what the merge made of them, where that still stands, and
 * otherwise in paragraphs of their own behind it, or behind what they stood behind.
 *
 * @returns whether the text has them now.
 */
export function putInText({ state, view }: Editor, overlap: Overlap, chosen: readonly DocumentNode[]): boolean {
  const { tr, schema } = state;
  const place = untouched(state, overlap);
  const [only] = chosen;
  let at: number;
  if (place && chosen.length === 1 && only && keepsComments(place.node, only)) {
    // What the paragraph is now (a heading, an item) stays; only its words are chosen.
    tr.replaceWith(place.from + 1, place.from + place.node.nodeSize - 1, wordsOf(schema, only));
    at = place.from + 1;
  } else {
    const before = placeOf(state, overlap.block) ?? placeOf(state, overlap.after);
    const wasFirst = overlap.after === null && overlap.block === null;
    const from = before ? state.doc.resolve(before.from + 1).after(1) : wasFirst ? 0 : state.doc.content.size;
    tr.insert(
      from,
      chosen.map((node) => blockOf(schema, node)),
    );
    at = from + 1;
  }
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))));
  return view.state.doc !== state.doc;
}

function blockOf(schema: Schema, { type, attrs, ...node }: DocumentNode): Node {
  const kind = schema.nodes[type]?.isTextblock ? schema.nodes[type] : schema.nodes.paragraph;
  return kind!.create(attrs, wordsOf(schema, node));
}

/** Nobody's conversation loses the words that it is about. */
function keepsComments(node: Node, { content = [] }: DocumentNode): boolean {
  const kept = new Set(content.flatMap(({ marks = [] }) => marks.map(({ attrs }) => attrs?.thread)));
  let keeps = true;
  node.descendants(({ marks }) => {
    if (marks.some(({ type, attrs }) => type.name === COMMENT_MARK && !kept.has(attrs.thread))) keeps = false;
  });
  return keeps;
}

/** With those marks that this page knows. */
function wordsOf(schema: Schema, { content = [] }: Pick<DocumentNode, "content">): Fragment {
  const known = content
    .filter(({ type }) => type === "text" || schema.nodes[type]?.isInline)
    .map(({ marks, ...node }) => ({ ...node, marks: marks?.filter(({ type }) => schema.marks[type]) ?? [] }));
  return Fragment.fromJSON(schema, known);
}

/** Brings the paragraph into view, and the cursor into it. */
export function showInText(editor: Editor, overlap: Overlap): void {
  const place = placeOf(editor.state, overlap.block) ?? placeOf(editor.state, overlap.after);
  if (place)
    editor
      .chain()
      .focus(place.from + 1, { scrollIntoView: true })
      .run();
}
