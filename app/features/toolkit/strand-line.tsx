import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Tag } from "#app/ui/tag.tsx";
import type { StrandLine as Strand } from "#server/toolkit/index.ts";
import { strandPath } from "./paths.ts";
import { StrandFigure } from "./strand-figure.tsx";

/** The columns of the list from a tablet on; the head above the list uses the same. */
export const lineColumns = "lg:grid-cols-[minmax(0,1fr)_9.5rem_8.5rem_8.5rem_6.5rem] lg:gap-x-7";

interface StrandLineProps {
  strand: Strand;
  chosen: boolean;
  /** Four are put aside already: the box of any other does nothing. */
  full: boolean;
  /** Where the strands that were put aside stand side by side; null while there is nothing to compare. */
  comparison: { path: string; count: number } | null;
}

/** One strand in the list: its name and toolkit, what it is, and the three figures under those of its neighbours. */
export function StrandLine({ strand, chosen, full, comparison }: StrandLineProps) {
  const { t } = useTranslation(["toolkit", "common"]);
  const box = useId();
  return (
    <li className={`grid scroll-mb-28 grid-cols-2 gap-x-6 gap-y-4 border-b border-line py-6 text-small ${lineColumns}`}>
      <div className="col-span-2 lg:col-span-1">
        <h3 className="font-serif text-title-4 font-semibold">
          <Link to={strandPath(strand.id)} prefetch="intent" className="scroll-mb-28 hover:underline">
            {strand.name}
          </Link>
        </h3>
        <p className="mt-1">
          <Tag>{t(`kit.${strand.toolkit}`)}</Tag>
        </p>
        <p className="measure mt-2 line-clamp-2 text-ink-soft">{strand.what}</p>
      </div>
      <dl className="contents">
        <Cell name={t("common:evidence.monthsName")} className="max-lg:order-1">
          <StrandFigure figure="months" strand={strand} />
        </Cell>
        <Cell name={t("common:evidence.costName")} className="max-lg:order-3">
          <StrandFigure figure="cost" strand={strand} />
        </Cell>
        <Cell name={t("common:evidence.strengthName")} className="max-lg:order-3">
          <StrandFigure figure="strength" strand={strand} />
        </Cell>
      </dl>
      <div className="no-print max-lg:order-2">
        <label htmlFor={box} className="inline-flex min-h-7 items-center gap-2 has-disabled:text-ink-faint">
          <input
            type="checkbox"
            id={box}
            name="strand"
            value={strand.id}
            defaultChecked={chosen}
            disabled={full && !chosen}
            className="size-5 scroll-mb-28 accent-accent"
          />
          <span>
            {t("compareAction")}
            <span className="heard-only">
              {" "}
              {strand.name} ({t(`kit.${strand.toolkit}`)})
            </span>
          </span>
        </label>
        {chosen && comparison ? (
          // For the keyboard: the basket comes after all strands, this comes after the box that was just ticked.
          <Link to={comparison.path} className="link sr-only focus:not-sr-only">
            {t("compareNow", { count: comparison.count })}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

/** From a tablet on the head of the list names the figure for the eye, and this name is for the ear. */
function Cell({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className={className}>
      <dt className="mb-1 text-tiny text-ink-soft lg:heard-only">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
