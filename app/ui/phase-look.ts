import type { Stage } from "#domain/cycles/phases.ts";

/** Whole class names, so that Tailwind finds them: a tinted ground with ink that can be read on it. */
export const phaseTint: Record<Stage, string> = {
  need: "bg-need-tint text-need-ink",
  sources: "bg-sources-tint text-sources-ink",
  implement: "bg-implement-tint text-implement-ink",
  evaluate: "bg-evaluate-tint text-evaluate-ink",
  anchor: "bg-anchor-tint text-anchor-ink",
};
