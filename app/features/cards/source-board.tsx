import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { SOURCE_KINDS } from "#domain/cards/kinds.ts";
import { triangulate } from "#domain/cards/triangulation.ts";
import { CardKind } from "./card-kind.tsx";
import { textOf } from "./card-shape.ts";
import { useCards } from "./use-cards.ts";
import { useHeardWords } from "./use-heard-words.ts";

/** The sources in three columns, and in words what is still missing: a nudge, never a block (product §3). */
export function SourceBoard() {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const sources = useCards("source");
  const words = useHeardWords(triangulate(sources.map(({ content }) => content)));
  const unsorted = sources.filter((card) => textOf(card, "sourceKind") === "");
  if (!view.can.readCards) return <p className="text-small text-ink-soft">{t("stage.cardsKept")}</p>;
  return (
    <section id="cards" aria-labelledby="sources" className="flex flex-col gap-6">
      <div className="flex max-w-measure flex-col gap-1">
        <h2 id="sources" className="font-serif text-title-4 font-semibold">
          {t("board.title")}
        </h2>
        <p className="text-ink-soft">
          {sources.length === 0 ? (
            t("board.none")
          ) : (
            <>
              {words.heard ? `${t("board.heard", { who: words.heard })} ` : null}
              {words.missing ? (
                <>
                  <strong className="font-semibold text-sources-ink">{words.missing}</strong> {t("board.nudge")}
                </>
              ) : (
                t("board.complete")
              )}
            </>
          )}
        </p>
      </div>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {SOURCE_KINDS.map((kind) => (
          <div key={kind} className="min-w-0 border-t-2 border-sources pt-3">
            <CardKind
              kind="source"
              cards={sources.filter((card) => textOf(card, "sourceKind") === kind)}
              title={t(`board.column.${kind}`)}
              empty={t(`board.hint.${kind}`)}
              given={{ sourceKind: kind }}
            />
          </div>
        ))}
      </div>
      {unsorted.length > 0 ? <CardKind kind="source" cards={unsorted} title={t("board.unsorted")} /> : null}
    </section>
  );
}
