import { useTranslation } from "react-i18next";
import { VERY_LARGE_MONTHS } from "#domain/toolkit/finding.ts";
import { useStrandWords } from "../use-strand-words.ts";
import { type MonthScale, monthX, PICTURE, scaleRight } from "./lay-out-picture.ts";
import type { BandOnScale } from "./month-bands.ts";
import { textWidth } from "./text-width.ts";

const SMALL = "text-[11.5px]";

const SMALL_SIZE = 11.5;

/** One line where it fits, else broken at the last space, where there is one. */
const linesWithin = (width: number, words: string): string[] =>
  textWidth(words, SMALL_SIZE) <= width ? [words] : words.split(/ (?=\S+$)/);

interface PictureScaleProps {
  scale: MonthScale;
  bands: readonly BandOnScale[];
  bottom: number;
}

/** The ground of the picture: months from left to right with Leerpunt's words for them, and lines down the lanes. */
export function PictureScale({ scale, bands, bottom }: PictureScaleProps) {
  const { t } = useTranslation("toolkit");
  const { signed } = useStrandWords();
  const x = (month: number) => monthX(scale, month);
  const months = Array.from({ length: scale.last - scale.first + 1 }, (_, index) => scale.first + index);
  const bracket = PICTURE.top - 27;
  const veryLarge = x(VERY_LARGE_MONTHS - 0.5);
  return (
    <g>
      <rect
        x={veryLarge}
        y={PICTURE.top}
        width={scaleRight - veryLarge}
        height={bottom - PICTURE.top}
        className="fill-accent-tint"
      />
      {bands.map(({ from, to, words }) => {
        const [left, right] = [x(from - 0.5) + 3, Math.min(x(to + 0.5) - 3, scaleRight)];
        const lines = linesWithin(right - Math.max(left, 0), words ?? t("picture.negative"));
        return (
          <g key={from}>
            <path
              d={`M${Math.max(left, 1)} ${bracket + 4}V${bracket}H${right}V${bracket + 4}`}
              fill="none"
              className="stroke-line-strong"
            />
            {lines.map((line, index) => (
              <text
                key={line}
                x={(Math.max(left, 0) + right) / 2}
                y={bracket - 6 - (lines.length - 1 - index) * 13}
                textAnchor="middle"
                className={`fill-ink-soft ${SMALL}`}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
      {months.map((month) => (
        <g key={month}>
          <line
            x1={x(month)}
            x2={x(month)}
            y1={PICTURE.top}
            y2={bottom}
            strokeWidth={month === 0 ? 2 : 1}
            strokeDasharray={month === 0 ? undefined : "1.5 5"}
            className="stroke-line-strong"
          />
          {[PICTURE.top - 8, bottom + 17].map((y) => (
            <text key={y} x={x(month)} y={y} textAnchor="middle" className="tabular fill-ink-soft text-[13px]">
              {signed(month)}
            </text>
          ))}
        </g>
      ))}
      <text x="0" y="13" className="fill-ink-soft text-[13px]">
        {t("picture.axis")}
      </text>
    </g>
  );
}
