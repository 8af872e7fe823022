import { useSearchParams } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { Button } from "#app/ui/button.tsx";
import type { CardKindName } from "#domain/cards/kinds.ts";
import { AddCard } from "./add-card.tsx";
import { AddCardPlainly } from "./add-card-plainly.tsx";
import { CardLine } from "./card-line.tsx";
import type { ShownCard } from "./card-shape.ts";

interface CardKindProps {
  kind: CardKindName;
  cards: readonly ShownCard[];
  /** The heading of the group; the kind's own name when not given. */
  title?: string;
  /** What the empty group teaches. */
  empty?: string;
  given?: Readonly<Record<string, string>>;
}

/** The cards of one kind under their heading, with a place to add the next one. */
export function CardKind({ kind, cards, title, empty, given }: CardKindProps) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const [search] = useSearchParams();
  // The start page may ask for a new card; a note from class has its own place at the top of the page.
  const [adding, add] = useState(search.get("nieuw") === kind && kind !== "log" && given === undefined);
  const opener = useRef<HTMLButtonElement>(null);
  const done = () => {
    add(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <h3 className="flex items-baseline gap-2 font-semibold">
        {title ?? t(`card.kinds.${kind}`)}
        {cards.length > 0 ? (
          <span className="tabular text-small font-normal text-ink-faint">{cards.length}</span>
        ) : null}
      </h3>
      {cards.length > 0 ? (
        <ul className="divide-y divide-line">
          {cards.map((card) => (
            <CardLine key={card.id} card={card} level={4} leaveOut={given && Object.keys(given)} />
          ))}
        </ul>
      ) : (
        <p className="text-small text-ink-soft">{empty ?? t(`card.empty.${kind}`)}</p>
      )}
      {view.can.edit ? (
        <div className="no-print mt-1">
          {adding ? (
            <AddCard kind={kind} given={given} onDone={done} />
          ) : (
            <Button ref={opener} kind="quiet" size="small" icon={Plus} onClick={() => add(true)} className="-ms-3">
              {t(`card.add.${kind}`)}
            </Button>
          )}
          {/* A note from class has its plain form at the top of the page. */}
          {kind === "log" ? null : (
            <noscript>
              <AddCardPlainly kind={kind} given={given} />
            </noscript>
          )}
        </div>
      ) : null}
    </section>
  );
}
