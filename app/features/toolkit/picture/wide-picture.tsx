import { Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { strandPath } from "../paths.ts";
import {
  type Lane,
  type Mark,
  type MonthScale,
  PICTURE,
  type PlacedMark,
  scaleRight,
  stripLeft,
} from "./lay-out-picture.ts";
import { LegendInPicture } from "./legend-in-picture.tsx";
import type { BandOnScale } from "./month-bands.ts";
import { PictureScale } from "./picture-scale.tsx";
import { StrandSign } from "./strand-sign.tsx";
import { useMarkWords } from "./use-mark-words.ts";

interface WidePictureProps {
  picture: {
    scale: MonthScale;
    bands: readonly BandOnScale[];
    lanes: readonly Lane<Mark>[];
    bottom: number;
    height: number;
  };
  title: string;
}

/** Impact × cost × evidence of all strands: months across, a lane per cost, the evidence in the sign. Every sign is a link. */
export function WidePicture({ picture, title }: WidePictureProps) {
  const { scale, bands, lanes, bottom, height } = picture;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing cannot be a fieldset
    <svg viewBox={`0 0 ${PICTURE.width} ${height}`} role="group" aria-label={title} className="block h-auto w-full">
      {/* The words of every link say what the ground shows. */}
      <svg aria-hidden="true">
        <PictureScale scale={scale} bands={bands} bottom={bottom} />
        <LegendInPicture />
        <UnknownStrip bottom={bottom} />
      </svg>
      {lanes.map((lane) => (
        <LaneOfCost key={lane.cost} lane={lane} />
      ))}
      <line x1="0" x2={PICTURE.width} y1={bottom} y2={bottom} className="stroke-line-strong" />
    </svg>
  );
}

function LaneOfCost({ lane }: { lane: Lane<Mark> }) {
  const { t } = useTranslation("toolkit");
  const { cost, top, marks } = lane;
  const name = t(`picture.lane.${cost}`);
  const count = marks.length > 0 ? t("picture.strands", { count: marks.length }) : t("picture.laneEmpty");
  return (
    <g>
      <line x1="0" x2={PICTURE.width} y1={top} y2={top} className="stroke-line-strong" />
      <text x="0" y={top + PICTURE.lanePadding + 18} className="fill-ink text-[14px]">
        <tspan className="font-semibold">{name}</tspan>
        <tspan dx="8" className="fill-ink-soft text-[12.5px]">
          {count}
        </tspan>
      </text>
      {marks.map((mark) => (
        <MarkLink key={mark.id} mark={mark} />
      ))}
    </g>
  );
}

function MarkLink({ mark }: { mark: PlacedMark<Mark> }) {
  const words = useMarkWords();
  const { id, label, x, y, side, labelWidth, toolkit, evidenceStrength } = mark;
  const toLabel = PICTURE.signRadius + 5;
  const left = side === "right" ? x - PICTURE.signRadius - 3 : x - toLabel - labelWidth - 3;
  return (
    <Link to={strandPath(id)} aria-label={words(mark)} className="group outline-none">
      <rect
        x={left}
        y={y - 12}
        width={labelWidth + toLabel + PICTURE.signRadius + 6}
        height="24"
        rx="5"
        strokeWidth="2.5"
        className="fill-transparent stroke-transparent group-hover:fill-sunken group-focus-visible:fill-sunken group-focus-visible:stroke-accent"
      />
      <StrandSign x={x} y={y} toolkit={toolkit} strength={evidenceStrength} />
      <text
        x={side === "right" ? x + toLabel : x - toLabel}
        y={y + 4.5}
        textAnchor={side === "right" ? "start" : "end"}
        className="fill-ink text-[13.5px] group-hover:underline"
      >
        {label}
      </text>
    </Link>
  );
}

/** Where a number cannot go: beside the scale, hatched along its edge, as clear as any lane. */
function UnknownStrip({ bottom }: { bottom: number }) {
  const { t } = useTranslation("toolkit");
  const hatching = useId();
  const height = bottom - PICTURE.top;
  return (
    <g>
      <defs>
        <pattern id={hatching} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.2" height="7" className="fill-line-strong" />
        </pattern>
      </defs>
      <rect x={scaleRight} y={PICTURE.top} width={PICTURE.gap} height={height} fill={`url(#${hatching})`} />
      <rect x={stripLeft} y={PICTURE.top} width={PICTURE.stripWidth} height={height} className="fill-sunken" />
      <text x={stripLeft + 14} y={PICTURE.top - 26} className="fill-ink text-[14px] font-semibold">
        {t("picture.unknownStrip")}
      </text>
      <text x={stripLeft + 14} y={PICTURE.top - 9} className="fill-ink-soft text-[12.5px]">
        {t("picture.unknownStripWhy")}
      </text>
    </g>
  );
}
