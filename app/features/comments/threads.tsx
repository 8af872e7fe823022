import { MessageSquarePlus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { NewThread, type Subject } from "./new-thread.tsx";
import { Thread } from "./thread.tsx";
import type { Threads as ThreadList } from "./thread-view.ts";

interface ThreadsProps {
  cycleId: string;
  /** The card, or nothing for the cycle as a whole. */
  cardId?: string;
  threads: ThreadList;
  commentable: boolean;
  mayAskCoach?: boolean;
}

/** The conversations about a card, or about the cycle as a whole, and the way to begin one. */
export function Threads({ cycleId, cardId, threads, commentable, mayAskCoach = false }: ThreadsProps) {
  const { t } = useTranslation("live");
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const done = () => {
    setWriting(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const own = threads.filter((thread) => thread.documentId === null && thread.cardId === (cardId ?? null));
  const subject: Subject = cardId ? { cardId } : {};
  return (
    <div className="grid gap-3">
      {own.map((thread) => (
        <Thread key={thread.id} thread={thread} answerable={commentable} level={cardId ? 5 : 3} />
      ))}
      {writing ? (
        <NewThread cycleId={cycleId} subject={subject} mayAskCoach={mayAskCoach} onDone={done} />
      ) : commentable ? (
        <div>
          <Button ref={opener} kind="quiet" size="small" icon={MessageSquarePlus} onClick={() => setWriting(true)}>
            {cardId ? t("comment.onCard") : t("comment.onCycle")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
