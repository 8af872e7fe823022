import { type Editor, Extension } from "@tiptap/core";
import { Fragment, type Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { textOf } from "#domain/documents/content.ts";
import { blockId, type Overlap } from "#realtime/client/index.ts";
import type { DocumentNode } from "./document-node.ts";

const key = new PluginKey<readonly string[]>("overlaps");

/** Marks the paragraphs in the text that wait for a choice. */
export const OverlapMarks = Extension.create({
  name: "overlapMarks",
  addProseMirrorPlugins: () => [
    new Plugin<readonly string[]>({
      key,
      state: {
        init: () => [],
        apply: (transaction, before) => transaction.getMeta(key) ?? before,
      },
      props: {
        decorations: (state) => {
          const marked = (key.getState(state) ?? []).flatMap((block) => placeOf(state, block) ?? []);
          if (marked.length === 0) return null;
          const looks = { class: "overlapped" };
          return DecorationSet.create(
            state.doc,
            marked.map(({ from, to }) => Decoration.node(from, to, looks)),
          );
        },
      },
    }),
  ],
});

export function markOverlaps({ state, view }: Editor, overlaps: readonly Overlap[]): void {
  view.dispatch(
    state.tr.setMeta(
      key,
      overlaps.flatMap(({ block }) => block ?? []),
    ),
  );
}

interface Place {
  from: number;
  to: number;
  node: Node;
}

/** Where a block stands in the editor; null when it is gone. */
export function placeOf(state: EditorState, block: string): Place | null {
  const mapping = ySyncPluginKey.getState(state)?.binding?.mapping;
  let shown: unknown;
  for (const [type, node] of mapping ?? [])
    if (type instanceof Y.XmlElement && type._item && !type._item.deleted && blockId(type) === block) shown = node;
  let place: Place | null = null;
  if (shown !== undefined)
    state.doc.descendants((node, from) => {
      if (node === shown) place = { from, to: from + node.nodeSize, node };
      return place === null;
    });
  return place;
}

/** Puts one of both texts in the place of what the merge made; one that was deleted comes back behind what it followed. */
export function putInText(editor: Editor, { block, after }: Overlap, chosen: DocumentNode): void {
  const { state, view } = editor;
  const { tr, schema } = state;
  const place = block === null ? null : placeOf(state, block);
  let at: number;
  if (place) {
    // What the paragraph is now (a heading, an item) stays; only its words are chosen.
    tr.replaceWith(place.from + 1, place.to - 1, wordsOf(editor, chosen));
    at = place.from + 1;
  } else {
    const before = after === null ? null : placeOf(state, after);
    const from = before ? state.doc.resolve(before.from + 1).after(1) : 0;
    const type = schema.nodes[chosen.type] ?? schema.nodes.paragraph;
    tr.insert(from, type!.create(chosen.attrs, wordsOf(editor, chosen)));
    at = from + 1;
  }
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))));
}

/** With its marks, as far as this page knows them. */
function wordsOf({ schema }: Editor, { content = [] }: DocumentNode): Fragment {
  try {
    return Fragment.fromJSON(schema, content);
  } catch {
    const words = textOf({ type: "paragraph", content });
    return words === "" ? Fragment.empty : Fragment.from(schema.text(words));
  }
}

export function showInText({ state, view }: Editor, block: string): void {
  const place = placeOf(state, block);
  const shown = place && view.nodeDOM(place.from);
  if (!(shown instanceof HTMLElement)) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  shown.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}
