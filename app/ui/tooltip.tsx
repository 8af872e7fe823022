import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names.ts";

interface TooltipProps {
  /** The word that is explained, as it stands in the sentence. */
  word: ReactNode;
  /** One or two sentences in plain language. */
  children: ReactNode;
}

/**
 * A word with its explanation under it, by pointing, by key or by finger; Escape puts it away (WCAG 1.4.13). Spans
 * only, because it stands inside a sentence. A dotted line means: explained.
 */
export function Tooltip({ word, children }: TooltipProps) {
  const id = useId();
  const [state, setState] = useState<"resting" | "pressed" | "dismissed">("resting");
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && setState("dismissed");
  return (
    <span className="group relative inline-block" onPointerLeave={() => setState("resting")}>
      <button
        type="button"
        aria-describedby={id}
        onClick={() => setState(state === "pressed" ? "dismissed" : "pressed")}
        onBlur={() => setState("resting")}
        onKeyDown={onKey}
        className="underline decoration-dotted decoration-from-font underline-offset-4 hover:text-accent"
      >
        {word}
      </button>
      <span
        id={id}
        role="tooltip"
        className={classNames(
          "arrive absolute start-0 top-full z-30 w-[min(20rem,calc(100vw-3rem))] rounded-base border border-line bg-surface",
          "px-3 py-2 text-start text-small font-normal text-ink shadow-raised",
          state === "pressed" ? "block" : "hidden",
          state === "resting" && "group-hover:block group-focus-within:block",
        )}
      >
        {children}
      </span>
    </span>
  );
}
