import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { classNames } from "./class-names.ts";
import { CostMarks, MonthsRuler, StrengthMarks } from "./evidence-drawings.tsx";
import { Tag } from "./tag.tsx";

export interface EvidenceFigures {
  /** Months of progress in a year, −3 … 8; null when research does not say. Never 0 for null. */
  months: number | null;
  /** When sources differ, or an interval is known: the figure is drawn as a range. */
  monthsRange?: readonly [low: number, high: number] | null;
  /** 1 (very low) … 5 (very high) */
  cost: number | null;
  /** 0 (too little research) … 5 (very extensive) */
  strength: number | null;
}

export type Figure = "months" | "cost" | "strength";

interface EvidenceMarksProps {
  figures: EvidenceFigures;
  /** large: at the top of a strand's page. normal: in a card. line: in a list or beside a document. */
  size?: Size;
  /** Figures that nobody could check against their source. */
  unverified?: readonly Figure[];
  /** In small print under the facts: edition and source. */
  note?: string;
  className?: string;
}

type Size = "large" | "normal" | "line";

const layouts: Record<Size, string> = {
  large: "grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]",
  normal: "grid gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,0.8fr)_minmax(0,1.15fr)]",
  line: "flex flex-col gap-3",
};

/** The three facts of a strand at a glance, each in words and in marks. */
export function EvidenceMarks({ figures, size = "normal", unverified = [], note, className }: EvidenceMarksProps) {
  const { t } = useTranslation();
  return (
    <div className={className}>
      <dl className={layouts[size]}>
        {(["months", "cost", "strength"] as const).map((figure) => (
          <div key={figure} className="flex min-w-0 flex-col gap-1">
            <dt className={size === "line" ? "text-tiny text-ink-faint" : "text-small text-ink-soft"}>
              {t(`evidence.${figure}Name`)}
            </dt>
            <dd>
              <EvidenceFact figure={figure} figures={figures} size={size} doubt={unverified.includes(figure)} />
            </dd>
          </div>
        ))}
      </dl>
      {note ? <p className="mt-3 text-tiny text-ink-faint">{note}</p> : null}
    </div>
  );
}

interface EvidenceFactProps {
  figure: Figure;
  figures: EvidenceFigures;
  size?: Size;
  /** Nobody could check it against its source. */
  doubt?: boolean;
}

const wordLooks: Record<Size, string> = {
  large: "font-serif text-title-2 font-semibold",
  normal: "font-serif text-title-4 font-semibold",
  line: "text-small font-medium",
};

// The marks of one row are equally tall, so that the words under them stand on one line.
const markLooks: Record<Size, string> = { large: "h-11", normal: "h-10", line: "h-7" };
const markWidths: Record<Figure, Record<Size, string>> = {
  months: { large: "w-full max-w-72", normal: "w-full max-w-56", line: "w-36" },
  cost: { large: "w-34", normal: "w-30", line: "w-24" },
  strength: { large: "w-34", normal: "w-30", line: "w-24" },
};

/** One figure, marks over words: for a table cell, where the head says what it is. */
export function EvidenceFact({ figure, figures, size = "line", doubt = false }: EvidenceFactProps) {
  const { t } = useTranslation();
  const words = useFigureWords(figures);
  return (
    <div className="flex min-w-0 flex-col">
      <div className={classNames("flex items-center", markLooks[size])}>
        <div className={markWidths[figure][size]}>
          <FigureMarks figure={figure} figures={figures} axis={size !== "line"} />
        </div>
      </div>
      <p className={classNames("flex flex-wrap items-baseline gap-x-2", wordLooks[size])}>
        {words[figure]}
        {doubt ? <Tag kind="warn">{t("evidence.unverified")}</Tag> : null}
      </p>
    </div>
  );
}

function FigureMarks({ figure, figures, axis }: { figure: Figure; figures: EvidenceFigures; axis: boolean }) {
  if (figure === "months") return <MonthsRuler months={figures.months} range={figures.monthsRange} axis={axis} />;
  if (figure === "cost") return <CostMarks cost={figures.cost} />;
  return <StrengthMarks strength={figures.strength} />;
}

/** The figures as they are said: "+6 maanden", "Zeer laag", "Niet te bepalen". */
export function useFigureWords({ months, monthsRange, cost, strength }: EvidenceFigures): Record<Figure, string> {
  const { t } = useTranslation();
  const { number } = useFormat();
  const unknown = t("evidence.unknown");
  // A real minus sign: the hyphen that Intl gives gets lost before a figure.
  const signed = (value: number) => number(value, { signDisplay: "exceptZero" }).replace("-", "\u2212");
  const monthsWords = () => {
    if (monthsRange) return t("evidence.monthsRange", { low: signed(monthsRange[0]), high: signed(monthsRange[1]) });
    return months === null ? unknown : t("evidence.months", { count: Math.abs(months), value: signed(months) });
  };
  return {
    months: monthsWords(),
    cost: cost === null ? unknown : t(`evidence.costWords.${cost as 1}`),
    strength: strength === null ? unknown : t(`evidence.strengthWords.${strength as 1}`),
  };
}
