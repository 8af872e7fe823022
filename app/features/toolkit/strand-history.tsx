import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateText } from "#app/ui/date-text.tsx";
import type { FigureChange } from "#domain/toolkit/figures.ts";
import type { Cost, EvidenceStrength } from "#domain/toolkit/words.ts";
import type { StrandView } from "#server/toolkit/index.ts";
import { useStrandWords } from "./use-strand-words.ts";

type Version = SerializeFrom<StrandView["versions"]>[number];

interface StrandHistoryProps {
  name: string;
  versions: readonly Version[];
}

/** Every version of the figures under the other, the newest first, with what it was before where it changed. */
export function StrandHistory({ name, versions }: StrandHistoryProps) {
  const { t } = useTranslation(["toolkit", "common"]);
  const words = useStrandWords();

  const wordsFor = (field: FigureChange["field"], value: number | null): string =>
    field === "impactMonths" || value === null
      ? words.months(value)
      : field === "cost"
        ? words.cost(value as Cost)
        : words.evidence(value as EvidenceStrength);
  const cell = (field: FigureChange["field"]) => (version: Version) => {
    const change = version.changes.find((each) => each.field === field);
    return (
      <>
        {wordsFor(field, version[field])}
        {change ? (
          <span className="block text-tiny text-ink-soft">
            {t("strand.changed", { before: wordsFor(field, change.from).toLowerCase() })}
          </span>
        ) : null}
      </>
    );
  };

  return (
    <section className="mt-10">
      <h2 className="mb-3 font-serif text-title-3 font-semibold">{t("strand.history")}</h2>
      <DataTable
        caption={t("strand.historyCaption", { name })}
        captionHidden
        columns={[
          { key: "edition", header: t("editionName"), cell: ({ edition }) => edition, names: true },
          { key: "months", header: t("common:evidence.monthsName"), cell: cell("impactMonths") },
          { key: "cost", header: t("common:evidence.costName"), cell: cell("cost") },
          { key: "evidence", header: t("common:evidence.strengthName"), cell: cell("evidenceStrength") },
          { key: "since", header: t("strand.since"), cell: ({ validFrom }) => <DateText value={validFrom} /> },
        ]}
        rows={versions}
        rowKey={({ validFrom }) => validFrom}
      />
    </section>
  );
}
