import { Placeholder } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ROOT } from "#domain/documents/words.ts";
import type { DocumentStatus, LiveDocument } from "#realtime/client/index.ts";
import { activeThreadExtension, activeThreadKey } from "./active-thread.ts";
import { carets } from "./carets.ts";
import { DocumentBar } from "./document-bar.tsx";
import { leavingByEscape } from "./leaving-by-escape.ts";
import { OverlapMarks } from "./overlap-in-text.ts";
import { OverlapNotice } from "./overlap-notice.tsx";
import { documentExtensions } from "./schema.ts";
import { type Selected, selectedIn } from "./selection-anchor.ts";
import { SetAside } from "./set-aside.ts";
import { SteadyCollaboration } from "./steady-binding.ts";

interface DocumentEditorProps {
  open: LiveDocument;
  status: DocumentStatus;
  writable: boolean;
  commentable: boolean;
  label: string;
  viewerId: string;
  historyPath: string;
  activeThread: string | null;
  onThread: (threadId: string) => void;
  /** Somebody wants to say something about these words. */
  onComment: (selected: Selected | null) => void;
}

/** The editor of one live document. It is made once per document; what changes around it is told to it. */
export function DocumentEditor({
  open,
  writable,
  label,
  activeThread,
  onThread,
  onComment,
  ...bar
}: DocumentEditorProps) {
  const { t } = useTranslation("live");
  const wayOut = useRef<HTMLParagraphElement>(null);
  const wayOutId = useId();
  const handlers = useRef({ onThread });
  handlers.current = { onThread };

  const editor = useEditor(
    {
      editable: writable,
      injectCSS: false,
      extensions: [
        ...documentExtensions.filter(({ name }) => name !== SetAside.name),
        SetAside.configure({ words: t("setAside") }),
        SteadyCollaboration.configure({ document: open.doc, field: ROOT }),
        OverlapMarks,
        carets(open),
        Placeholder.configure({ placeholder: t("placeholder"), showOnlyCurrent: true }),
        activeThreadExtension((thread) => handlers.current.onThread(thread)),
        leavingByEscape(() => wayOut.current?.focus()),
      ],
      editorProps: {
        attributes: {
          class: "prose document-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          "aria-describedby": wayOutId,
          translate: "no",
        },
      },
    },
    [open],
  );

  useEffect(() => {
    editor.setEditable(writable, false);
    editor.view.dom.setAttribute("aria-readonly", String(!writable));
  }, [editor, writable]);

  useEffect(() => {
    editor.view.dispatch(editor.state.tr.setMeta(activeThreadKey, { thread: activeThread }));
    if (!activeThread) return;
    const passage = editor.view.dom.querySelector(`[data-thread="${CSS.escape(activeThread)}"]`);
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    passage?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }, [editor, activeThread]);

  return (
    <section aria-label={label} className="group min-w-0">
      <DocumentBar
        {...bar}
        editor={editor}
        open={open}
        writable={writable}
        onComment={() => onComment(selectedIn(editor))}
      />
      <OverlapNotice editor={editor} open={open} writable={writable} />
      <EditorContent editor={editor} />
      <p
        ref={wayOut}
        id={wayOutId}
        tabIndex={-1}
        className="no-print invisible w-fit text-tiny text-ink-soft group-focus-within:visible"
      >
        {t("wayOut")}
      </p>
    </section>
  );
}
