import type { Stage } from "#domain/cycles/phases.ts";
import { classNames } from "../class-names.ts";

/**
 * The loop walked once, in whole units: what LoopMark draws, kept as lines. It stands in the header of every page, and
 * a visitor who only reads the toolkit should not fetch the geometry of cycles for one sign (product-mark.test.tsx
 * keeps the two the same).
 */
const lines: readonly (readonly [Stage, string])[] = [
  [
    "anchor",
    "M-52 -90C-36 -99 -22 -109 -9 -118C4 -127 16 -136 30 -144C44 -152 60 -159 79 -163C99 -168 121 -171 148 -171A17 17 0 0 1 148 -137C123 -137 102 -136 85 -134C67 -132 53 -129 38 -125C24 -120 11 -115 -3 -108C-17 -101 -32 -93 -48 -83A4 4 0 0 1 -52 -90Z",
  ],
  [
    "need",
    "M23 -109C37 -106 51 -101 63 -93C75 -86 87 -76 96 -65C105 -53 111 -39 114 -24A17 17 0 0 1 81 -17C79 -28 75 -38 70 -47C65 -57 58 -65 49 -72C40 -79 30 -85 19 -87A11 11 0 0 1 23 -109Z",
  ],
  [
    "sources",
    "M109 23C106 37 101 51 93 63C86 75 76 87 65 96C53 105 39 111 24 114A17 17 0 0 1 17 81C28 79 38 75 47 70C57 65 66 58 72 49C79 40 85 30 87 19A11 11 0 0 1 109 23Z",
  ],
  [
    "implement",
    "M-23 109C-37 106 -50 101 -63 93C-75 86 -87 76 -96 65C-105 53 -111 39 -114 24A17 17 0 0 1 -81 17C-79 28 -75 38 -70 47C-65 57 -58 66 -49 72C-40 79 -30 85 -18 87A11 11 0 0 1 -23 109Z",
  ],
  [
    "evaluate",
    "M-109 -23C-106 -37 -101 -50 -93 -63C-86 -75 -76 -87 -65 -96C-53 -105 -39 -111 -24 -114A17 17 0 0 1 -17 -81C-28 -79 -38 -75 -47 -70C-57 -65 -65 -58 -72 -49C-79 -40 -85 -30 -87 -18A11 11 0 0 1 -109 -23Z",
  ],
];

/** The sign of the product; only beside its name. */
export function ProductMark({ className }: { className: string }) {
  return (
    <svg viewBox="-126 -176 300 300" className={classNames("loop", className)} aria-hidden="true">
      {lines.map(([stage, line]) => (
        <path key={stage} d={line} className={`loop-fill-${stage}`} />
      ))}
    </svg>
  );
}
