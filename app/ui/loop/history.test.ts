import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { loopExamples } from "../gallery/loop-examples.ts";
import { historyOf } from "./history.ts";
import { loopInWords } from "./loop-words.ts";

test("a cycle without moves stands at its first phase", () => {
  const { current, stages, returns } = historyOf([]);
  expect(current).toBe("need");
  expect(stages[0]).toEqual({ stage: "need", state: "current", returns: 0 });
  expect(returns).toEqual([]);
});

test("only going back is drawn as a return, and each next one of a kind is counted", () => {
  const { returns } = historyOf(loopExamples["vaak teruggekeerd"]);
  expect(returns.map(({ from, to, nth }) => `${from} ${to} ${nth}`)).toEqual([
    "sources need 0",
    "implement need 0",
    "implement sources 0",
    "implement sources 1",
    "evaluate need 0",
  ]);
});

test("coming back from the way out is a return too", () => {
  const moves = [...loopExamples["geborgd en gedeeld"], { from: "anchor", to: "need", at: "2027-01-01" } as const];
  expect(historyOf(moves).returns).toEqual([{ from: "anchor", to: "need", nth: 0 }]);
});

test("moves that arrive in another order give the same drawing", () => {
  const moves = loopExamples["een keer teruggekeerd"];
  expect(historyOf([...moves].reverse())).toEqual(historyOf(moves));
});

test("the drawing can be heard", () => {
  const words = loopInWords(i18nFor("nl").getFixedT("nl", "common"), historyOf(loopExamples["een keer teruggekeerd"]));
  expect(words).toBe(
    "De lus. Behoefte bepalen: geweest. Bronnen raadplegen: geweest, 1 keer teruggekomen. " +
      "Implementeren: nu hier, 1 keer teruggekomen. Evalueren: nog niet geweest. Borgen en delen: nog niet geweest.",
  );
});
