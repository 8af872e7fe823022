import { useTranslation } from "react-i18next";
import { EvidenceMarks } from "#app/ui/evidence-marks.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { StrandView } from "#server/toolkit/index.ts";
import { isEditionUnsure, unverifiedFacts } from "./unverified.ts";
import { useStrandWords } from "./use-strand-words.ts";

/** The three facts at a glance at the top of a strand's page, with what the first one says in a sentence. */
export function StrandFactsPanel({ strand, monthsUrl }: Pick<StrandView, "strand" | "monthsUrl">) {
  const { t } = useTranslation("toolkit");
  const words = useStrandWords();
  const { impactMonths, cost, evidenceStrength, unverifiedFields, source } = strand;
  const edition = t(isEditionUnsure(unverifiedFields) ? "editionUnsure" : "edition", { edition: strand.edition });
  return (
    <section aria-label={t("strand.facts")} className="rounded-large border border-line bg-surface p-5 sm:p-7">
      <EvidenceMarks
        size="large"
        figures={{ months: impactMonths, cost, strength: evidenceStrength }}
        unverified={unverifiedFacts(unverifiedFields)}
      />
      <p className="measure mt-6">
        {words.reading(impactMonths, strand.effect)}{" "}
        <TextLink to={monthsUrl} className="text-small">
          {t("months.meaning")}
        </TextLink>
      </p>
      <p className="mt-3 text-tiny text-ink-faint">
        {source ? t("strand.factsNote", { edition, source: source.name }) : edition}
      </p>
    </section>
  );
}
