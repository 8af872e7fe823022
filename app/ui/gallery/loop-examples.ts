import type { Stage } from "#domain/cycles/phases.ts";
import type { LoopEntry } from "../loop/history.ts";

/** Moves one week apart, from the stages in the order of the visits. */
const walked = (...stages: Stage[]): LoopEntry[] =>
  stages.map((to, index) => ({
    from: stages[index - 1] ?? null,
    to,
    at: new Date(Date.UTC(2026, 8, 7 + 7 * index)).toISOString(),
  }));

export const loopExamples = {
  "net begonnen": walked("need"),
  "een keer teruggekeerd": walked("need", "sources", "implement", "sources", "implement"),
  "vaak teruggekeerd": walked(
    "need",
    "sources",
    "need",
    "sources",
    "implement",
    "need",
    "implement",
    "sources",
    "implement",
    "sources",
    "implement",
    "evaluate",
    "need",
    "evaluate",
  ),
  "geborgd en gedeeld": walked("need", "sources", "implement", "evaluate", "anchor"),
} satisfies Record<string, LoopEntry[]>;
