import type { Editor } from "@tiptap/core";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ADDED_MARK, compareContents, REMOVED_MARK } from "#domain/documents/compare.ts";
import type { LiveDocument, Overlap } from "#realtime/client/index.ts";
import type { DocumentNode } from "./document-node.ts";
import { markOverlaps, putInText, showInText, untouched } from "./overlap-in-text.ts";

interface OverlapNoticeProps {
  editor: Editor;
  open: LiveDocument;
  writable: boolean;
}

/**
 * While this person was away, somebody else wrote in the same place. What the merge made of it is nobody's sentence, or
 * lacks the words of one: both texts stand here, one place at a time, until somebody chooses.
 */
export function OverlapNotice({ editor, open, writable }: OverlapNoticeProps) {
  const { t } = useTranslation("live");
  const overlaps = useSyncExternalStore(
    open.onOverlaps,
    () => open.overlaps,
    () => open.overlaps,
  );
  const box = useRef<HTMLDivElement>(null);
  const [overlap] = overlaps;
  useEffect(() => markOverlaps(editor, overlaps), [editor, overlaps]);
  const isWrittenOn = useWrittenOn(editor, overlap);
  if (overlap === undefined) return null;

  const { block, own, others, gone } = overlap;
  const settle = () => {
    open.settleOverlap(overlap);
    // The notice goes with the last of them, and the keyboard then goes on in the text.
    if (overlaps.length === 1) editor.commands.focus();
    else box.current?.focus();
  };
  const chooser = (side: "own" | "others", text: readonly DocumentNode[]) => {
    if (!writable || text.length === 0 || (block === null && gone !== side)) return null;
    const label = block === null ? "putBack" : side === "own" ? "takeOwn" : "takeOthers";
    return (
      <Button kind="secondary" size="small" onClick={() => putInText(editor, overlap, text) && settle()}>
        {t(`overlap.${label}`)}
      </Button>
    );
  };
  const [shownOwn, shownOthers] = withDifferences(own, others);
  return (
    <div ref={box} tabIndex={-1} className="mb-4 max-w-measure">
      <Notice kind="warn" title={<span role="status">{t("overlap.title", { count: overlaps.length })}</span>}>
        <p>{t(gone === null ? "overlap.mixed" : `overlap.${gone}Gone`)}</p>
        {isWrittenOn && block !== null ? <p className="mt-1">{t("overlap.writtenOn")}</p> : null}
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          <Side label={t("overlap.own")} text={shownOwn} nothing={t("overlap.ownDeleted")}>
            {chooser("own", own)}
          </Side>
          <Side label={t("overlap.others")} text={shownOthers} nothing={t("overlap.othersDeleted")}>
            {chooser("others", others)}
          </Side>
        </div>
        <div className="-ms-3 mt-3 flex flex-wrap items-center gap-x-1 gap-y-1">
          <Button kind="quiet" size="small" onClick={settle}>
            {t(block === null ? "overlap.leaveOut" : "overlap.keep")}
          </Button>
          <Button kind="quiet" size="small" onClick={() => showInText(editor, overlap)}>
            {t(block === null ? "overlap.showWhere" : "overlap.show")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

/** Whether somebody changed the paragraph after the merge: what is chosen then stands behind it, and replaces nothing. */
function useWrittenOn(editor: Editor, overlap: Overlap | undefined): boolean {
  const [isWrittenOn, setWrittenOn] = useState(false);
  useEffect(() => {
    const look = () => setWrittenOn(overlap !== undefined && untouched(editor.state, overlap) === null);
    look();
    if (overlap === undefined) return;
    editor.on("update", look);
    return () => {
      editor.off("update", look);
    };
  }, [editor, overlap]);
  return isWrittenOn;
}

interface SideProps {
  label: string;
  text: readonly DocumentNode[];
  nothing: string;
  children: ReactNode;
}

const Side = ({ label, text, nothing, children }: SideProps) => (
  <section aria-label={label} className="flex min-w-0 flex-col items-start gap-3 rounded-base bg-paper p-3">
    <p className="text-tiny font-semibold text-ink-soft">{label}</p>
    {text.length === 0 ? <p className="grow text-small text-ink-soft italic">{nothing}</p> : null}
    {text.length > 0 ? (
      <div className="flex max-h-60 w-full grow flex-col gap-2 overflow-y-auto font-serif text-base text-ink">
        {text.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text without ids that only changes as a whole.
          <Words key={index} block={block} />
        ))}
      </div>
    ) : null}
    {children}
  </section>
);

const Words = ({ block: { content = [] } }: { block: DocumentNode }) => (
  <p className="whitespace-pre-line [overflow-wrap:anywhere]">
    {content.map(({ text = "\n", marks = [] }, index) =>
      marks.some(({ type }) => type === REMOVED_MARK || type === ADDED_MARK) ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <mark key={index} className="differs">
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </p>
);

/** Both texts with the words marked that only one of them has, where each is one paragraph. */
function withDifferences(own: readonly DocumentNode[], others: readonly DocumentNode[]) {
  if (own.length !== 1 || others.length !== 1) return [own, others] as const;
  const paragraph = ([block]: readonly DocumentNode[]): DocumentNode => ({
    type: "doc",
    content: [{ type: "paragraph", ...(block?.content && { content: block.content }) }],
  });
  const { rows } = compareContents(paragraph(own), paragraph(others));
  return [rows.flatMap(({ before }) => before ?? []), rows.flatMap(({ after }) => after ?? [])] as const;
}
