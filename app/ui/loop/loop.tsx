import { useTranslation } from "react-i18next";
import { classNames } from "../class-names.ts";
import { historyOf, type LoopEntry } from "./history.ts";
import { LoopDrawing } from "./loop-drawing.tsx";
import { loopInWords } from "./loop-words.ts";

interface LoopProps {
  entries: readonly LoopEntry[];
  /** small: 44 to 110 px; full: above. */
  cut?: "small" | "full";
  justMoved?: boolean;
  /** The width, as a class: "w-12", "w-40", "w-full". */
  className?: string;
}

/** A cycle's loop as a picture: where it is, where it has been, how often it came back. Read aloud as words. */
export function Loop({ entries, cut = "full", justMoved, className = "w-40" }: LoopProps) {
  const { t } = useTranslation();
  const history = historyOf(entries);
  return (
    <span role="img" aria-label={loopInWords(t, history)} className={classNames("inline-block shrink-0", className)}>
      <LoopDrawing history={history} cut={cut} justMoved={justMoved} />
    </span>
  );
}
