import { EvidenceFact, type Figure } from "#app/ui/evidence-marks.tsx";
import type { EffectWords } from "#server/toolkit/index.ts";
import type { StrandFactsRow } from "./strand-facts.tsx";
import { unverifiedFacts } from "./unverified.ts";
import { useStrandWords } from "./use-strand-words.ts";

interface StrandFigureProps {
  figure: Figure;
  strand: StrandFactsRow & { effect: EffectWords | null };
}

/** One figure of a strand for a list or a comparison; the months with Leerpunt's words for an effect of that size. */
export function StrandFigure({ figure, strand }: StrandFigureProps) {
  const words = useStrandWords();
  const { impactMonths, cost, evidenceStrength, unverifiedFields } = strand;
  const effect = figure === "months" ? words.effect(strand.effect) : null;
  return (
    <>
      <EvidenceFact
        figure={figure}
        figures={{ months: impactMonths, cost, strength: evidenceStrength }}
        doubt={unverifiedFacts(unverifiedFields).includes(figure)}
      />
      {effect ? <p className="text-tiny text-ink-soft">{effect}</p> : null}
    </>
  );
}
