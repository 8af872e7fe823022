import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { CARD_KINDS, type CardKindName, cardKindsOf } from "#domain/cards/kinds.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import { CardKind } from "./card-kind.tsx";
import { useCards } from "./use-cards.ts";

/** The cards beside the text of a stage, kind by kind. */
export function StageCards({ stage }: { stage: Stage }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const any = view.cards.some(({ kind }) => CARD_KINDS[kind as CardKindName].stage === stage);
  return (
    <section aria-labelledby="stage-cards" className="flex flex-col gap-8">
      <h2 id="stage-cards" className="heard-only">
        {t("stage.cards")}
      </h2>
      {view.can.readCards ? (
        cardKindsOf(stage).map((kind) => <Kind key={kind} kind={kind} />)
      ) : (
        <p className="text-small text-ink-soft">{t("stage.cardsKept")}</p>
      )}
      {view.can.readCards && !view.can.edit && !any ? (
        <p className="text-small text-ink-soft">{t("stage.noCards")}</p>
      ) : null}
    </section>
  );
}

function Kind({ kind }: { kind: CardKindName }) {
  const { view } = useCycle();
  const cards = useCards(kind);
  // An empty kind teaches who can fill it; whoever reads along is only shown what is there.
  if (cards.length === 0 && !view.can.edit) return null;
  // The newest note from class is what one comes to read.
  return <CardKind kind={kind} cards={kind === "log" ? [...cards].reverse() : cards} />;
}
