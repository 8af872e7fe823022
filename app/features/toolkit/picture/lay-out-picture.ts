import { COSTS, type Cost, type EvidenceStrength, type Toolkit } from "#domain/toolkit/words.ts";
import { textWidth } from "./text-width.ts";

/** A strand as far as the picture draws it. */
export interface Mark {
  id: string;
  label: string;
  toolkit: Toolkit;
  impactMonths: number | null;
  cost: Cost;
  evidenceStrength: EvidenceStrength;
}

/** A mark with its place: the centre of its sign, and on which side of it the label stands. */
export type PlacedMark<Strand extends Mark> = Strand & {
  x: number;
  y: number;
  side: "right" | "left";
  labelWidth: number;
};

export interface Lane<Strand extends Mark> {
  cost: Cost;
  top: number;
  height: number;
  marks: PlacedMark<Strand>[];
}

/** Sizes in the units of the drawing, which are pixels at 1248 wide. */
export const PICTURE = {
  width: 1248,
  /** The strip for what is niet te bepalen, at the right. */
  stripWidth: 236,
  gap: 16,
  top: 84,
  bottom: 28,
  labelSize: 13.5,
  rowHeight: 25,
  lanePadding: 9,
  signRadius: 8,
} as const;

const { width, stripWidth, gap, labelSize, rowHeight, lanePadding, signRadius } = PICTURE;
/** Where the strip begins, and where the scale of months ends. */
export const stripLeft = width - stripWidth;
export const scaleRight = stripLeft - gap;
/** Space between a sign and its label, and between a label and the next sign. */
const SIGN_TO_LABEL = 5;
const BETWEEN = 12;
/** Room at the left that marks keep out of: the name of every lane, and the legend under that of the first. */
const LANE_NAME_WIDTH = 200;
export const LEGEND = { width: 250, rows: 10 } as const;

/** The months at both ends of the scale. */
export interface MonthScale {
  first: number;
  last: number;
}

/** Never shorter than −4 to 8, so that a new edition does not redraw the picture for every figure. */
function scaleOf(strands: readonly Mark[]): MonthScale {
  const known = strands.flatMap(({ impactMonths }) => impactMonths ?? []);
  return { first: Math.min(-4, ...known), last: Math.max(8, ...known) };
}

/** Where a number of months is: with room at both ends, so that no sign is cut off. */
export const monthX = ({ first, last }: MonthScale, months: number): number =>
  ((months - first + 0.25) * scaleRight) / (last - first + 0.75);

type Span = [from: number, to: number];

/**
 * Gives every strand a place in the lane of its cost: across by months, down in the first row where sign and label
 * touch nothing. The label goes to the right of its sign, or to the left where there is no room at the right.
 */
export function layOutPicture<Strand extends Mark>(strands: readonly Strand[]) {
  const scale = scaleOf(strands);
  let top: number = PICTURE.top;
  const lanes = COSTS.map((cost): Lane<Strand> => {
    const inLane = strands.filter((strand) => strand.cost === cost);
    const reserved: Span[] = cost === COSTS[0] ? Array(LEGEND.rows).fill([0, LEGEND.width]) : [[0, LANE_NAME_WIDTH]];
    const known = inLane.filter(({ impactMonths }) => impactMonths !== null);
    const unknown = inLane.filter(({ impactMonths }) => impactMonths === null);
    const { placed, rows: filledRows } = placeInRows(scale, known, reserved);
    const rows = Math.max(filledRows, unknown.length);
    const rowY = (row: number) => top + lanePadding + (row + 0.5) * rowHeight;
    const lane = {
      cost,
      top,
      height: rows * rowHeight + 2 * lanePadding,
      marks: [
        ...placed.map(({ strand, row, ...place }) => ({ ...strand, ...place, y: rowY(row) })),
        ...unknown.map((strand, row) => ({
          ...strand,
          x: stripLeft + 14 + signRadius,
          y: rowY(row),
          side: "right" as const,
          labelWidth: textWidth(strand.label, labelSize),
        })),
      ],
    };
    top += lane.height;
    return lane;
  });
  return { scale, lanes, bottom: top, height: top + PICTURE.bottom };
}

function placeInRows<Strand extends Mark>(scale: MonthScale, strands: readonly Strand[], reserved: readonly Span[]) {
  const rows = reserved.map((span) => [span]);
  const nought = monthX(scale, 0);
  const placed = strands.map((strand) => {
    const x = monthX(scale, strand.impactMonths ?? 0);
    const labelWidth = textWidth(strand.label, labelSize);
    const reach = signRadius + SIGN_TO_LABEL + labelWidth;
    const spans = { right: [x - signRadius, x + reach], left: [x - reach, x + signRadius] } satisfies Record<
      string,
      Span
    >;
    const fits = (side: "right" | "left", row: readonly Span[]) =>
      // The name of a gain does not reach into the losses.
      spans[side][0] >= (x > nought ? nought + BETWEEN / 2 : 0) &&
      spans[side][1] <= scaleRight &&
      row.every((taken) => isApart(spans[side], taken));
    let row = rows.findIndex((taken) => fits("right", taken) || fits("left", taken));
    if (row === -1) row = rows.push([]) - 1;
    const side: "right" | "left" = fits("right", rows[row] ?? []) ? "right" : "left";
    rows[row]?.push(spans[side]);
    return { strand, x, side, labelWidth, row };
  });
  return { placed, rows: rows.length };
}

const isApart = ([from, to]: Span, [otherFrom, otherTo]: Span): boolean =>
  from > otherTo + BETWEEN || to < otherFrom - BETWEEN;
