import { expect, test } from "vitest";
import { type SignalFacts, signalsOf } from "./signals.ts";

const calm: SignalFacts = {
  stage: "implement",
  closed: false,
  waitingQuestions: 0,
  quietSchoolDays: 3,
  daysInStage: 10,
  openDecision: false,
  baselineMissing: false,
  daysToEnd: 60,
};
const kinds = (facts: Partial<SignalFacts>) => signalsOf({ ...calm, ...facts }).map((signal) => signal.kind);

test("a team at work gives no signal", () => expect(kinds({})).toEqual([]));

test("CO1 a waiting question comes first, whatever else there is", () => {
  expect(kinds({ waitingQuestions: 1, quietSchoolDays: 40, daysToEnd: 1 })).toEqual([
    "asked-a-question",
    "quiet",
    "end-date-near",
  ]);
});

test("CO2 fourteen school days are not yet quiet, fifteen are three weeks", () => {
  expect(kinds({ quietSchoolDays: 14 })).toEqual([]);
  expect(signalsOf({ ...calm, quietSchoolDays: 16 })).toEqual([{ kind: "quiet", figure: 3 }]);
});

test("CO3 an open decision is a signal after three weeks in the phase", () => {
  expect(kinds({ openDecision: true, daysInStage: 20 })).toEqual([]);
  expect(kinds({ openDecision: true, daysInStage: 21 })).toEqual(["decision-open"]);
});

test("CO4 implementing without a baseline is said at once", () => {
  expect(kinds({ baselineMissing: true })).toEqual(["implementing-without-baseline"]);
});

test("CO5 the end is near within two weeks, and still when it has passed", () => {
  expect(kinds({ daysToEnd: 15 })).toEqual([]);
  expect(kinds({ daysToEnd: 14 })).toEqual(["end-date-near"]);
  expect(kinds({ daysToEnd: -3 })).toEqual(["end-date-near"]);
  expect(kinds({ daysToEnd: null })).toEqual([]);
});

test("CO6 a closed cycle is left in peace", () => {
  expect(kinds({ closed: true, waitingQuestions: 2, quietSchoolDays: 90 })).toEqual([]);
});
