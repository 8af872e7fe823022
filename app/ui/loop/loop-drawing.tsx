import { PHASES, type Stage } from "#domain/cycles/phases.ts";
import { classNames } from "../class-names.ts";
import { type Cut, cuts, mostReturnsDrawn, radius } from "./cuts.ts";
import { angleOf, phaseStroke, pointAt, returnArc, wayOutStroke } from "./geometry.ts";
import type { LoopHistory, StageState } from "./history.ts";
import { shapeOf } from "./shapes.ts";

interface LoopDrawingProps {
  history: LoopHistory;
  /** How much detail there is room for: mark up to 40 px, small up to 110 px, full above. */
  cut?: keyof typeof cuts;
  /** A move was just made: its traces appear instead of simply being there. */
  justMoved?: boolean;
  className?: string;
}

/** The loop itself, without words: a decoration for whoever reads the sentence or the list beside it. */
export function LoopDrawing({ history, cut: cutName = "full", justMoved = false, className }: LoopDrawingProps) {
  const cut = cuts[cutName];
  const stateOf = Object.fromEntries(history.stages.map(({ stage, state }) => [stage, state])) as Record<
    Stage,
    StageState
  >;
  const { x, y, width, height } = cut.box;
  const end = { x: cut.wayOut.reach + cut.endGap, y: -radius - cut.wayOut.rise };
  return (
    <svg
      viewBox={`${x} ${y} ${width} ${height}`}
      className={classNames("loop", justMoved && "loop-moved", className)}
      aria-hidden="true"
    >
      <path
        d={wayOutStroke(radius, cut.wayOut, cut.wayOutWidths[stateOf.anchor])}
        className={inkOf("anchor", stateOf.anchor)}
      />
      {PHASES.map((phase) => (
        <path
          key={phase}
          d={phaseStroke(phase, radius, cut.gap, cut.widths[stateOf[phase]])}
          className={inkOf(phase, stateOf[phase])}
        />
      ))}
      {cut.returns ? <Returns returns={history.returns} cut={cut} /> : null}
      {cut.markers ? (
        <>
          {PHASES.map((phase) => (
            <Marker key={phase} stage={phase} state={stateOf[phase]} cut={cut} {...pointAt(angleOf(phase), radius)} />
          ))}
          <Marker stage="anchor" state={stateOf.anchor} cut={cut} {...end} />
        </>
      ) : null}
    </svg>
  );
}

const inkOf = (stage: Stage, state: StageState): string =>
  state === "open" ? "fill-line-strong" : `loop-fill-${stage}`;

function Returns({ returns, cut }: { returns: LoopHistory["returns"]; cut: Cut }) {
  const drawn = returns.filter(({ nth }) => nth < mostReturnsDrawn);
  return (
    <g fill="none" strokeWidth={cut.returns} strokeLinecap="round" strokeLinejoin="round">
      {drawn.map(({ from, to, nth }, index) => {
        const { line, head } = returnArc(from, to, radius - cut.returnInset, nth);
        const newest = index === drawn.length - 1;
        return (
          <g key={`${from} ${to} ${nth}`} className={classNames(`loop-stroke-${to}`, newest && "loop-newest")}>
            <path d={line} pathLength="1" />
            <path d={head} />
          </g>
        );
      })}
    </g>
  );
}

interface MarkerProps {
  stage: Stage;
  state: StageState;
  cut: Cut;
  x: number;
  y: number;
}

/** The sign of a stage on the ring: full when it was visited, hollow when not, larger in a ring where the team is. */
function Marker({ stage, state, cut, x, y }: MarkerProps) {
  const { size, halo } = cut.marker[state];
  return (
    <g transform={`translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`}>
      <circle r={halo} className="fill-paper" />
      {state === "current" && cut.hereRing ? (
        <circle r={cut.hereRing} fill="none" strokeWidth="3" className={`loop-stroke-${stage} loop-here`} />
      ) : null}
      <path
        d={shapeOf[stage]}
        transform={`scale(${size})`}
        strokeWidth={state === "open" ? cut.marker.open.outline / size : undefined}
        className={state === "open" ? `fill-paper loop-stroke-${stage}` : `loop-fill-${stage}`}
      />
    </g>
  );
}
