import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Selected } from "#app/features/document/selection-anchor.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { NewThread } from "./new-thread.tsx";
import { Thread } from "./thread.tsx";
import type { Threads, ThreadView } from "./thread-view.ts";

interface MarginProps {
  cycleId: string;
  documentId: string;
  threads: Threads;
  viewerId: string;
  /** The threads whose words stand in the text, in reading order. */
  marked: readonly string[];
  selected: Selected | null;
  onSelected: (selected: Selected | null) => void;
  activeThread: string | null;
  onThread: (threadId: string) => void;
  commentable: boolean;
}

/** The conversations beside the text, in the order of their words; then those whose words are gone; then the ended ones. */
export function Margin({ cycleId, documentId, marked, selected, onSelected, ...props }: MarginProps) {
  const { t } = useTranslation("live");
  const { activeThread, onThread, commentable } = props;
  const own = props.threads.filter((thread) => thread.documentId === documentId);
  const open = own.filter((thread) => thread.resolvedAt === null);
  const placed = marked.flatMap((id) => open.filter((thread) => thread.id === id));
  const gone = open.filter((thread) => !marked.includes(thread.id));
  const resolved = own.filter((thread) => thread.resolvedAt !== null);
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    if (activeThread) list.current?.querySelector(".thread-active")?.scrollIntoView({ block: "nearest" });
  }, [activeThread]);

  const shown = (thread: ThreadView, wordsGone = false) => (
    <Thread
      key={thread.id}
      thread={thread}
      wordsGone={wordsGone}
      active={thread.id === activeThread}
      onActivate={() => onThread(thread.id)}
      answerable={commentable}
    />
  );

  if (own.length === 0 && !selected) return null;
  return (
    <aside ref={list} aria-label={t("comment.margin")} className="document-margin no-print">
      {selected ? (
        <NewThread cycleId={cycleId} subject={{ documentId, ...selected }} onDone={() => onSelected(null)} />
      ) : null}
      {placed.map((thread) => shown(thread))}
      {gone.map((thread) => shown(thread, true))}
      {resolved.length > 0 ? (
        <Disclosure summary={t("comment.resolvedCount", { count: resolved.length })}>
          <div className="grid gap-4">{resolved.map((thread) => shown(thread))}</div>
        </Disclosure>
      ) : null}
    </aside>
  );
}
