import type { Editor } from "@tiptap/core";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ADDED_MARK, compareContents, REMOVED_MARK } from "#domain/documents/compare.ts";
import type { LiveDocument } from "#realtime/client/index.ts";
import type { DocumentNode } from "./document-node.ts";
import { markOverlaps, putInText, showInText } from "./overlap-in-text.ts";

interface OverlapNoticeProps {
  editor: Editor;
  open: LiveDocument;
  writable: boolean;
}

/**
 * While this person was away, somebody else changed the same paragraph. The merge kept every word and made no
 * sentence of them: both texts stand here, one paragraph at a time, until somebody chooses.
 */
export function OverlapNotice({ editor, open, writable }: OverlapNoticeProps) {
  const { t } = useTranslation("live");
  const overlaps = useSyncExternalStore(
    open.onOverlaps,
    () => open.overlaps,
    () => open.overlaps,
  );
  useEffect(() => markOverlaps(editor, overlaps), [editor, overlaps]);
  const [overlap] = overlaps;
  if (overlap === undefined) return null;

  const { block, own, others } = overlap;
  const settle = () => {
    open.settleOverlap(overlap);
    // The notice goes with the last of them; until then whoever chooses stays where they are.
    if (overlaps.length === 1) editor.commands.focus();
  };
  const choose = (text: DocumentNode) => {
    putInText(editor, overlap, text);
    settle();
  };
  const [shownOwn, shownOthers] = withDifferences(own, others);
  const put = block === null ? t("overlap.putBack") : null;
  return (
    <Notice kind="warn" title={t("overlap.title", { count: overlaps.length })} announced className="mb-4">
      <p>{t(block === null ? "overlap.gone" : "overlap.merged")}</p>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <Side label={t("overlap.own")} words={shownOwn} nothing={t("overlap.ownDeleted")}>
          {writable && own ? (
            <Button kind="secondary" size="small" onClick={() => choose(own)}>
              {put ?? t("overlap.takeOwn")}
            </Button>
          ) : null}
        </Side>
        <Side label={t("overlap.others")} words={shownOthers} nothing={t("overlap.othersDeleted")}>
          {writable && others ? (
            <Button kind="secondary" size="small" onClick={() => choose(others)}>
              {put ?? t("overlap.takeOthers")}
            </Button>
          ) : null}
        </Side>
      </div>
      <div className="-ms-3 mt-3 flex flex-wrap items-center gap-x-1 gap-y-1">
        <Button kind="quiet" size="small" onClick={settle}>
          {t(block === null ? "overlap.leaveOut" : "overlap.keep")}
        </Button>
        {block === null ? null : (
          <Button kind="quiet" size="small" onClick={() => showInText(editor, block)}>
            {t("overlap.show")}
          </Button>
        )}
      </div>
    </Notice>
  );
}

interface SideProps {
  label: string;
  words: DocumentNode | null;
  nothing: string;
  children: ReactNode;
}

const Side = ({ label, words, nothing, children }: SideProps) => (
  <section aria-label={label} className="flex min-w-0 flex-col items-start gap-3 rounded-base bg-paper p-3">
    <p className="text-tiny font-semibold text-ink-soft">{label}</p>
    {words ? (
      <p className="max-h-60 w-full grow overflow-y-auto font-serif text-base whitespace-pre-line text-ink [overflow-wrap:anywhere]">
        {(words.content ?? []).map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of a text that only changes as a whole.
          <Run key={index} run={run} />
        ))}
      </p>
    ) : (
      <p className="grow text-small text-ink-soft italic">{nothing}</p>
    )}
    {children}
  </section>
);

const Run = ({ run: { text = "\n", marks = [] } }: { run: DocumentNode }) =>
  marks.some(({ type }) => type === REMOVED_MARK || type === ADDED_MARK) ? (
    <mark className="differs">{text}</mark>
  ) : (
    text
  );

/** Both texts with the words marked that only one of them has. */
function withDifferences(own: DocumentNode | null, others: DocumentNode | null) {
  if (own === null || others === null) return [own, others] as const;
  const paragraph = ({ content = [] }: DocumentNode): DocumentNode => ({
    type: "doc",
    content: [{ type: "paragraph", content }],
  });
  const { rows } = compareContents(paragraph(own), paragraph(others));
  return [rows.find(({ before }) => before)?.before ?? own, rows.find(({ after }) => after)?.after ?? others] as const;
}
