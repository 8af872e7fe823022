import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { DescribedStrand } from "#server/toolkit/index.ts";
import { comparePath, strandPath } from "./paths.ts";
import { StrandFigure } from "./strand-figure.tsx";
import { isEditionUnsure } from "./unverified.ts";

/** What is compared, in the order in which it is read. The names stand above their row, so that two fit on a phone. */
const ROWS = ["months", "cost", "strength", "what", "watch", "forWhom", "behind", "differences", "source"] as const;
type Row = (typeof ROWS)[number];

/** Strands as columns, what there is to compare as rows. Wider than the screen it scrolls on its own. */
export function ComparisonTable({ strands }: { strands: readonly DescribedStrand[] }) {
  const { t } = useTranslation("toolkit");
  const { list } = useFormat();
  const caption = t("comparison.caption", { names: list(strands.map(({ name }) => name)) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll a wide table
    <section tabIndex={0} aria-label={caption} className="overflow-x-auto">
      <table className="w-full table-fixed border-collapse text-small">
        <caption className="heard-only">{caption}</caption>
        <colgroup>
          {strands.map(({ id }) => (
            <col key={id} className="w-40 sm:w-60" />
          ))}
        </colgroup>
        <thead>
          <tr className="border-b-2 border-line-strong">
            {strands.map((strand) => (
              <ColumnHead key={strand.id} strand={strand} ids={strands.map(({ id }) => id)} />
            ))}
          </tr>
        </thead>
        {ROWS.map((row) => (
          <RowOfStrands key={row} row={row} strands={strands} />
        ))}
      </table>
    </section>
  );
}

function ColumnHead({ strand, ids }: { strand: DescribedStrand; ids: readonly string[] }) {
  const { t } = useTranslation("toolkit");
  const { id, name, toolkit } = strand;
  return (
    <th scope="col" className="py-3 pe-5 text-start align-bottom last:pe-0 sm:pe-8">
      <Link to={strandPath(id)} prefetch="intent" className="font-serif text-title-4 font-semibold hover:underline">
        {name}
      </Link>
      <span className="mt-1 block font-normal text-ink-soft">{t(`kitInFull.${toolkit}`)}</span>
      <Link
        to={comparePath(ids.filter((each) => each !== id))}
        preventScrollReset
        aria-label={t("comparison.remove", { name })}
        className="link no-print mt-1 inline-block py-0.5 text-tiny font-normal"
      >
        {t("comparison.removeShort")}
      </Link>
    </th>
  );
}

function RowOfStrands({ row, strands }: { row: Row; strands: readonly DescribedStrand[] }) {
  const { t } = useTranslation(["toolkit", "common"]);
  const isFigure = row === "months" || row === "cost" || row === "strength";
  return (
    <tbody className="border-b border-line">
      <tr>
        <th scope="rowgroup" colSpan={strands.length} className="pt-4 text-start text-tiny font-semibold text-ink-soft">
          <span className="sticky start-0">{isFigure ? t(`common:evidence.${row}Name`) : t(`strand.${row}`)}</span>
        </th>
      </tr>
      <tr>
        {strands.map((strand) => (
          <td key={strand.id} className="pt-1 pe-5 pb-4 align-top last:pe-0 sm:pe-8">
            {isFigure ? <StrandFigure figure={row} strand={strand} /> : <Words row={row} strand={strand} />}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function Words({
  row,
  strand,
}: {
  row: Exclude<Row, "months" | "cost" | "strength">;
  strand: DescribedStrand;
}): ReactNode {
  switch (row) {
    case "behind":
      return <Sentences sentences={strand.behindTheAverage} />;
    case "differences":
      return <Sentences sentences={strand.differences} />;
    case "source":
      return <Source strand={strand} />;
    default:
      return strand[row];
  }
}

function Source({ strand: { source, edition, unverifiedFields } }: { strand: DescribedStrand }) {
  const { t } = useTranslation("toolkit");
  const name = source?.name ?? t("strand.sourceUnknown");
  return (
    <>
      {source?.url ? <TextLink to={source.url}>{name}</TextLink> : name}
      <span className="block text-ink-soft">
        {t(isEditionUnsure(unverifiedFields) ? "editionUnsure" : "edition", { edition })}
      </span>
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  const { t } = useTranslation("toolkit");
  if (sentences.length === 0) return <span className="text-ink-faint">{t("comparison.nothing")}</span>;
  return (
    <ul className="flex flex-col gap-2">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
