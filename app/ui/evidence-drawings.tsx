import { classNames } from "./class-names.ts";

const lowest = -4;
const highest = 8;
const step = 18;
const months = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
const place = (value: number): number => (Math.min(highest, Math.max(lowest, value)) - lowest) * step;

interface MonthsRulerProps {
  months: number | null;
  range?: readonly [number, number] | null;
  /** Figures along the ruler; too small to read in a table. */
  axis?: boolean;
}

/**
 * Months on a ruler from −4 to +8 with nought marked: a bar from nought to the figure, or a band for a range. What is
 * not known is a hatched band over the whole ruler: as clear as a number, and nothing like nought.
 */
export function MonthsRuler({ months: value, range, axis = true }: MonthsRulerProps) {
  const width = (highest - lowest) * step;
  return (
    <svg viewBox={`0 0 ${width} ${axis ? 34 : 28}`} className="block h-auto w-full overflow-visible" aria-hidden="true">
      <defs>
        <pattern id="unknown-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.2" height="7" className="fill-line-strong" />
        </pattern>
      </defs>
      <rect x="0" y="8" width={width} height="12" rx="6" className="fill-sunken" />
      <Amount value={value} range={range} width={width} />
      {months.map((month) => (
        <line
          key={month}
          x1={place(month)}
          x2={place(month)}
          y1={month === 0 ? 3 : 23}
          y2={month === 0 ? 25 : 25.5}
          strokeWidth={month === 0 ? 2 : 1}
          className={month === 0 ? "stroke-ink" : "stroke-line-strong"}
        />
      ))}
      {(axis ? [-4, 0, 4, 8] : []).map((month) => (
        <text
          key={month}
          x={place(month)}
          y="34"
          textAnchor={month === lowest ? "start" : month === highest ? "end" : "middle"}
          className="tabular fill-ink-faint text-[9px]"
        >
          {month > 0 ? `+${month}` : month < 0 ? `−${-month}` : "0"}
        </text>
      ))}
    </svg>
  );
}

interface AmountProps {
  value: number | null;
  range?: readonly [number, number] | null;
  width: number;
}

function Amount({ value, range, width }: AmountProps) {
  if (range) {
    const [low, high] = [place(range[0]), place(range[1])];
    return <rect x={low - 4} y="8" width={high - low + 8} height="12" rx="6" className="fill-accent" />;
  }
  if (value === null) {
    return (
      <rect
        x="0.75"
        y="8.75"
        width={width - 1.5}
        height="10.5"
        rx="5.25"
        fill="url(#unknown-hatch)"
        strokeDasharray="4 3"
        strokeWidth="1.5"
        className="stroke-line-strong"
      />
    );
  }
  const [zero, end] = [place(0), place(value)];
  return (
    <>
      <rect x={Math.min(zero, end)} y="11" width={Math.abs(end - zero)} height="6" className="fill-accent" />
      <circle cx={end} cy="14" r="7" className="fill-accent stroke-paper" strokeWidth="2" />
    </>
  );
}

const five = [1, 2, 3, 4, 5];

/** Five coins, as many of them full as the cost. */
export function CostMarks({ cost }: { cost: number | null }) {
  return (
    <svg viewBox="0 0 134 26" className="block h-auto w-full" aria-hidden="true">
      {five.map((coin) => {
        const full = cost !== null && coin <= cost;
        return (
          <g key={coin} transform={`translate(${coin * 27 - 14} 13)`}>
            <circle
              r="11"
              strokeWidth="1.75"
              strokeDasharray={cost === null ? "3 3" : undefined}
              className={classNames(full ? "fill-ink stroke-ink" : "fill-transparent stroke-line-strong")}
            />
            {cost === null ? null : (
              <path
                d="M3.8-4.2A5.2 5.2 0 1 0 3.8 4.2M-5.6-1.5H1.6M-5.6 1.5H1"
                fill="none"
                strokeWidth="1.6"
                strokeLinecap="round"
                className={full ? "stroke-paper" : "stroke-line-strong"}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Five rising columns, as many of them full as the research is strong; none at all is drawn as five hollow ones. */
export function StrengthMarks({ strength }: { strength: number | null }) {
  return (
    <svg viewBox="0 0 134 26" className="block h-auto w-full" aria-hidden="true">
      {five.map((column) => {
        const full = strength !== null && column <= strength;
        const height = 5 + column * 4;
        return (
          <rect
            key={column}
            x={(column - 1) * 22 + 1}
            y={25 - height}
            width="16"
            height={height}
            rx="2.5"
            strokeWidth="1.75"
            strokeDasharray={strength === null ? "3 3" : undefined}
            className={full ? "fill-ink stroke-ink" : "fill-transparent stroke-line-strong"}
          />
        );
      })}
    </svg>
  );
}
