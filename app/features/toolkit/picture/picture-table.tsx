import { useTranslation } from "react-i18next";
import { DataTable } from "#app/ui/data-table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { PicturedStrand } from "#server/toolkit/index.ts";
import { strandPath } from "../paths.ts";
import { isEditionUnsure } from "../unverified.ts";
import { useStrandWords } from "../use-strand-words.ts";

/** Everything the picture shows, in words: for who does not see it, and for who wants to know exactly. */
export function PictureTable({ strands }: { strands: readonly PicturedStrand[] }) {
  const { t } = useTranslation(["toolkit", "common"]);
  const words = useStrandWords();
  const marked = (text: string, doubt: boolean) => (doubt ? `${text} (${t("common:evidence.unverified")})` : text);
  return (
    <DataTable
      caption={t("picture.tableCaption", { total: strands.length })}
      columns={[
        {
          key: "name",
          header: t("list.strand"),
          cell: ({ id, name }) => <TextLink to={strandPath(id)}>{name}</TextLink>,
          names: true,
        },
        {
          key: "kit",
          header: t("list.toolkit"),
          cell: ({ toolkit }) => <span className="whitespace-nowrap">{t(`kit.${toolkit}`)}</span>,
        },
        {
          key: "months",
          header: t("common:evidence.monthsName"),
          cell: (row) => marked(words.months(row.impactMonths), row.unverifiedFields.includes("impactMonths")),
        },
        {
          key: "cost",
          header: t("common:evidence.costName"),
          cell: (row) => marked(words.cost(row.cost), row.unverifiedFields.includes("cost")),
        },
        {
          key: "evidence",
          header: t("common:evidence.strengthName"),
          cell: (row) =>
            marked(words.evidence(row.evidenceStrength), row.unverifiedFields.includes("evidenceStrength")),
        },
        {
          key: "edition",
          header: t("editionName"),
          cell: (row) => marked(String(row.edition), isEditionUnsure(row.unverifiedFields)),
        },
      ]}
      rows={strands}
      rowKey={({ id }) => id}
      note={t("picture.sources")}
    />
  );
}
