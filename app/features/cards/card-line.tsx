import { useFetcher, useLocation } from "@remix-run/react";
import { MessageSquare, Pencil, Trash2 } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { mayAskCoach } from "#app/features/comments/may-ask-coach.ts";
import { Threads } from "#app/features/comments/threads.tsx";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { CardFacts, CardTexts } from "./card-facts.tsx";
import type { ShownCard } from "./card-shape.ts";
import { DoneBox } from "./done-box.tsx";
import { EditCard } from "./edit-card.tsx";
import { removalKey, useRemoveCard } from "./use-remove-card.ts";

interface CardLineProps {
  card: ShownCard;
  /** The level of the card's title in the page. */
  level: 3 | 4;
  leaveOut?: readonly string[];
}

/** One card as a line: its title and short facts; pressed, it shows everything, what was said about it, and its verbs. */
export function CardLine({ card, level, leaveOut }: CardLineProps) {
  const { t } = useTranslation("cycles");
  const { view, threads } = useCycle();
  const asked = useLocation().hash === `#card-${card.id}`;
  const [open, setOpen] = useState(asked);
  const [editing, edit] = useState(false);
  const line = useFocusBeyond<HTMLLIElement>();
  const title = useRef<HTMLButtonElement>(null);
  const doneEditing = useCallback(() => {
    edit(false);
    requestAnimationFrame(() => title.current?.focus());
  }, []);
  const remove = useRemoveCard();
  const [taken, take] = useState(false);
  const removal = useFetcher({ key: removalKey(card.id) });
  const { sentence } = useRefusal(removal.data);
  const talk = threads.filter((thread) => thread.cardId === card.id);
  const waiting = talk.filter(({ resolvedAt }) => resolvedAt === null).length;
  const Title = `h${level}` as const;
  // Gone at once; a refusal brings it back with the reason. Whoever puts it back need not wait for the answer.
  if (taken && (removal.state !== "idle" || !isRefusal(removal.data))) return null;
  const onRemove = () => {
    take(true);
    remove(card, () => take(false));
  };
  if (editing)
    return (
      <li className="py-3">
        <EditCard card={card} onDone={doneEditing} />
      </li>
    );
  return (
    <li ref={line} id={`card-${card.id}`} className={classNames("flex gap-3 py-3", card.pending && "opacity-60")}>
      {card.kind === "action" ? <DoneBox card={card} /> : null}
      <div className="flex min-w-0 grow flex-col gap-1">
        <Title className="text-base leading-snug">
          <button
            ref={title}
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className={classNames(
              "w-full text-start hover:text-accent",
              open && "font-semibold",
              card.content.done === true && "text-ink-soft line-through decoration-1",
            )}
          >
            {card.title}
          </button>
        </Title>
        <CardTexts card={card} open={open} />
        <CardFacts card={card} leaveOut={leaveOut} />
        {waiting > 0 && !open ? (
          <p className="flex items-center gap-1.5 text-tiny text-ink-soft">
            <Icon of={MessageSquare} />
            {t("card.waiting", { count: waiting })}
          </p>
        ) : null}
        {card.pending ? <p className="text-tiny text-ink-faint">{t("card.saving")}</p> : null}
        {sentence ? <p className="text-small text-danger">{sentence}</p> : null}
        {open && !card.pending ? (
          <div className="arrive mt-2 flex flex-col gap-3">
            {card.changedBy ? (
              <p className="text-tiny text-ink-soft">{t("card.changedBy", { name: card.changedBy })}</p>
            ) : null}
            {view.can.edit ? <CardVerbs onEdit={() => edit(true)} onRemove={onRemove} /> : null}
            <Threads
              cycleId={view.cycle.id}
              cardId={card.id}
              threads={threads}
              commentable={view.can.commentOnCards}
              mayAskCoach={mayAskCoach(view, "card")}
            />
          </div>
        ) : null}
      </div>
    </li>
  );
}

function CardVerbs({ onEdit, onRemove }: { onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation("cycles");
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Button kind="secondary" size="small" icon={Pencil} onClick={onEdit}>
        {t("card.edit")}
      </Button>
      <Button kind="quiet" size="small" icon={Trash2} onClick={onRemove}>
        {t("card.remove")}
      </Button>
    </div>
  );
}
