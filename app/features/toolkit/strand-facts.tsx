import { useTranslation } from "react-i18next";
import { EvidenceMarks } from "#app/ui/evidence-marks.tsx";
import type { Cost, EvidenceStrength, Toolkit } from "#domain/toolkit/words.ts";
import { isEditionUnsure, unverifiedFacts } from "./unverified.ts";

/** The figures of a strand as `strandsWithFigures` gives them; what else a row holds does not matter here. */
export interface StrandFactsRow {
  toolkit: Toolkit;
  impactMonths: number | null;
  cost: Cost;
  evidenceStrength: EvidenceStrength;
  edition: number;
  unverifiedFields: readonly string[];
}

interface StrandFactsProps {
  strand: StrandFactsRow;
  /** line: beside a document. normal: in a card. large: alone on a page. */
  size?: "line" | "normal" | "large";
  className?: string;
}

/**
 * The three facts of a strand with their toolkit and edition, what is unverified marked as such. The page that uses it
 * names the strand itself, and has the catalogue "toolkit" among its namespaces.
 */
export function StrandFacts({ strand, size = "line", className }: StrandFactsProps) {
  const { t } = useTranslation("toolkit");
  const edition = t(isEditionUnsure(strand.unverifiedFields) ? "editionUnsure" : "edition", {
    edition: strand.edition,
  });
  return (
    <EvidenceMarks
      size={size}
      figures={{ months: strand.impactMonths, cost: strand.cost, strength: strand.evidenceStrength }}
      unverified={unverifiedFacts(strand.unverifiedFields)}
      note={`${t(`kitInFull.${strand.toolkit}`)} · ${edition}`}
      className={className}
    />
  );
}
