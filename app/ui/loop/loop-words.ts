import type { TFunction } from "i18next";
import type { LoopHistory } from "./history.ts";

type Text = TFunction<"common">;
type StageHistory = LoopHistory["stages"][number];

/** "nu hier, 2 keer teruggekomen": what the drawing shows of one stage. */
export function stateInWords(t: Text, { state, returns }: StageHistory): string {
  const words = [t(`loop.state.${state}`)];
  if (returns > 0) words.push(t("loop.returns", { count: returns }));
  return words.join(", ");
}

/** The whole drawing as one sentence per stage, for a screen reader that meets it as an image. */
export function loopInWords(t: Text, history: LoopHistory): string {
  const stages = history.stages.map((stage) => `${t(`phase.${stage.stage}`)}: ${stateInWords(t, stage)}`);
  return `${t("loop.name")}. ${stages.join(". ")}.`;
}
