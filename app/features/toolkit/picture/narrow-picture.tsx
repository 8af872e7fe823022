import { Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { strandPath } from "../paths.ts";
import { useStrandWords } from "../use-strand-words.ts";
import type { Lane, Mark } from "./lay-out-picture.ts";
import { StrandSign } from "./strand-sign.tsx";

const FIRST = -4;
const LAST = 8;
const STEP = 14;
const WIDTH = (LAST - FIRST) * STEP;
const place = (months: number) => (Math.min(LAST, Math.max(FIRST, months)) - FIRST) * STEP;
const columns =
  "grid grid-cols-[minmax(0,1fr)_minmax(0,10rem)] gap-x-4 sm:grid-cols-[minmax(0,22rem)_minmax(0,18rem)] sm:gap-x-8";

/** The same picture where there is no room beside a sign: a lane per cost, a line per strand, its name at the left. */
export function NarrowPicture({ lanes }: { lanes: readonly Lane<Mark>[] }) {
  const { t } = useTranslation(["toolkit", "common"]);
  return (
    <div className="flex flex-col gap-8">
      {lanes.map(({ cost, marks }) => (
        <section key={cost}>
          <div className={`${columns} items-end border-b-2 border-line-strong pb-1`}>
            <h2 className="text-small font-semibold">
              {t(`picture.lane.${cost}`)}
              <span className="block font-normal text-ink-soft">
                {marks.length > 0 ? t("picture.strands", { count: marks.length }) : t("picture.laneEmpty")}
              </span>
            </h2>
            {marks.length > 0 ? <Scale /> : null}
          </div>
          <ul>
            {marks.map((mark) => (
              <StrandLine key={mark.id} mark={mark} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function StrandLine({ mark }: { mark: Mark }) {
  const words = useStrandWords();
  const { t } = useTranslation(["toolkit", "common"]);
  const { id, label, impactMonths, evidenceStrength } = mark;
  return (
    <li className="border-b border-line">
      <Link to={strandPath(id)} className={`${columns} group items-center py-2 text-small hover:bg-sunken`}>
        <span className="min-w-0">
          <span className="block leading-snug group-hover:underline">{label}</span>
          <span className="block text-tiny text-ink-soft">
            {words.months(impactMonths)}
            <span className="heard-only">
              , {t("common:evidence.strengthName")}: {words.evidence(evidenceStrength)}
            </span>
          </span>
        </span>
        <Track mark={mark} />
      </Link>
    </li>
  );
}

function Scale() {
  const { signed } = useStrandWords();
  return (
    <svg viewBox={`-14 0 ${WIDTH + 28} 14`} className="block h-auto w-full" aria-hidden="true">
      {[FIRST, 0, 4, LAST].map((month) => (
        <text key={month} x={place(month)} y="11" textAnchor="middle" className="tabular fill-ink-soft text-[12px]">
          {signed(month)}
        </text>
      ))}
    </svg>
  );
}

function Track({ mark: { impactMonths, toolkit, evidenceStrength } }: { mark: Mark }) {
  const hatching = useId();
  return (
    <svg viewBox={`-14 0 ${WIDTH + 28} 24`} className="block h-auto w-full" aria-hidden="true">
      {impactMonths === null ? (
        <>
          <defs>
            <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="1.8" height="6" className="fill-line-strong" />
            </pattern>
          </defs>
          <rect x="0" y="6" width={WIDTH} height="12" rx="6" fill={`url(#${hatching})`} />
          <rect
            x="0"
            y="6"
            width={WIDTH}
            height="12"
            rx="6"
            fill="none"
            strokeDasharray="4 3"
            className="stroke-line-strong"
          />
        </>
      ) : (
        <>
          <line x1="0" x2={WIDTH} y1="12" y2="12" className="stroke-line" />
          <line x1={place(0)} x2={place(impactMonths)} y1="12" y2="12" strokeWidth="3" className="stroke-accent" />
          <line x1={place(0)} x2={place(0)} y1="3" y2="21" strokeWidth="1.5" className="stroke-line-strong" />
          <StrandSign x={place(impactMonths)} y={12} toolkit={toolkit} strength={evidenceStrength} />
        </>
      )}
    </svg>
  );
}
