import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { COMMENT_MARK } from "#domain/documents/words.ts";

const key = new PluginKey<string | null>("active-thread");

/** Lets the passage of the thread that is being read stand out, and says which thread's words were clicked. */
export const activeThreadExtension = (onClick: (threadId: string) => void) =>
  Extension.create({
    name: "activeThread",
    addProseMirrorPlugins: () => [
      new Plugin<string | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, before) => {
            const chosen: { thread: string | null } | undefined = transaction.getMeta(key);
            return chosen ? chosen.thread : before;
          },
        },
        props: {
          decorations: (state) => {
            const active = key.getState(state);
            if (!active) return null;
            const found: Decoration[] = [];
            state.doc.descendants((node, position) => {
              if (node.marks.some((mark) => mark.type.name === COMMENT_MARK && mark.attrs.thread === active))
                found.push(Decoration.inline(position, position + node.nodeSize, { class: "comment-active" }));
            });
            return DecorationSet.create(state.doc, found);
          },
          handleClickOn: (_view, _position, _node, _nodePosition, event) => {
            const passage = event.target instanceof Element ? event.target.closest("[data-thread]") : null;
            const thread = passage?.getAttribute("data-thread");
            if (thread) onClick(thread);
            return false;
          },
        },
      }),
    ],
  });

export const activeThreadKey = key;
