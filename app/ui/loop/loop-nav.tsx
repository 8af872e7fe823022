import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Stage } from "#domain/cycles/phases.ts";
import { classNames } from "../class-names.ts";
import { phaseTint } from "../phase-look.ts";
import { historyOf, type LoopEntry, type LoopHistory } from "./history.ts";
import { LoopDrawing } from "./loop-drawing.tsx";
import { stateInWords } from "./loop-words.ts";
import { PhaseShape } from "./phase-shape.tsx";

interface LoopNavProps {
  entries: readonly LoopEntry[];
  /** The page of a stage. */
  to: (stage: Stage) => string;
  /** The stage whose page this is, if it is one. */
  viewing?: Stage;
  /** around: the ring with its names around it, for the top of a cycle. beside: a small ring and a list. */
  layout?: "around" | "beside";
  /** Names the landmark when a page has more than one. */
  label?: string;
  justMoved?: boolean;
  className?: string;
}

/**
 * The loop as the way through a cycle. The links are an ordinary list in the order of the loop; the drawing lies
 * behind them. On a narrow screen the names stand beside the ring.
 */
export function LoopNav({ entries, to, viewing, layout = "beside", label, justMoved, className }: LoopNavProps) {
  const { t } = useTranslation();
  const history = historyOf(entries);
  return (
    <nav aria-label={label ?? t("loop.name")} className={classNames("loop-nav", `loop-nav-${layout}`, className)}>
      <div className="loop-nav-grid">
        <LoopDrawing history={history} justMoved={justMoved} className="loop-nav-drawing" />
        <ol className="loop-nav-list">
          {history.stages.map((stage) => (
            <StageLink key={stage.stage} stage={stage} to={to(stage.stage)} viewed={viewing === stage.stage} />
          ))}
        </ol>
      </div>
    </nav>
  );
}

function StageLink({ stage, to, viewed }: { stage: LoopHistory["stages"][number]; to: string; viewed: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={`loop-nav-${stage.stage}`}>
      <Link
        to={to}
        prefetch="intent"
        aria-current={viewed ? "page" : undefined}
        className={classNames("loop-nav-link", viewed && phaseTint[stage.stage])}
      >
        <PhaseShape stage={stage.stage} state={stage.state} className="mt-[0.25em]" />
        <span className="loop-nav-words">
          <span className={classNames((viewed || stage.state === "current") && "font-semibold")}>
            {t(`phase.${stage.stage}`)}
          </span>
          <span className="text-tiny text-ink-soft">{stateInWords(t, stage)}</span>
        </span>
      </Link>
    </li>
  );
}
