import type { Editor } from "@tiptap/core";
import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { useEffect, useState } from "react";
import * as Y from "yjs";
import { COMMENT_MARK, ROOT } from "#domain/documents/words.ts";

/** Words that somebody wants to say something about: where they stand, and the words themselves. */
export interface Selected {
  anchor: { from: unknown; to: unknown };
  quotation: string;
}

/** The selection of an editor as an anchor that outlives what others type meanwhile; null when nothing is selected. */
export function selectedIn(editor: Editor): Selected | null {
  const { from, to, empty } = editor.state.selection;
  const sync = ySyncPluginKey.getState(editor.state);
  if (empty || !sync?.binding) return null;
  const { type, binding } = sync;
  const at = (position: number) =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(position, type, binding.mapping));
  const quotation = editor.state.doc.textBetween(from, to, " ").trim();
  return quotation === "" ? null : { anchor: { from: at(from), to: at(to) }, quotation: quotation.slice(0, 600) };
}

/** The threads whose passage stands in the text, in reading order; a thread that is not among them lost its words. */
export function useMarkedThreads(document: Y.Doc): readonly string[] {
  const [marked, setMarked] = useState<readonly string[]>([]);
  useEffect(() => {
    const content = document.getXmlFragment(ROOT);
    let waiting: number | undefined;
    const read = () => {
      waiting = undefined;
      const now = threadsIn(content);
      setMarked((before) => (before.join() === now.join() ? before : now));
    };
    // Walking the text at each keystroke would be felt in a long one; a comment may appear a moment later.
    const soon = () => {
      waiting ??= window.setTimeout(read, 120);
    };
    read();
    content.observeDeep(soon);
    return () => {
      content.unobserveDeep(soon);
      window.clearTimeout(waiting);
    };
  }, [document]);
  return marked;
}

function threadsIn(content: Y.XmlFragment): string[] {
  const found = new Set<string>();
  const walk = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray())
      if (child instanceof Y.XmlText) {
        for (const run of child.toDelta() as { attributes?: Record<string, { thread?: string }> }[])
          for (const [name, mark] of Object.entries(run.attributes ?? {}))
            if (name.startsWith(COMMENT_MARK) && typeof mark?.thread === "string") found.add(mark.thread);
      } else if (child instanceof Y.XmlElement) walk(child);
  };
  walk(content);
  return [...found];
}
