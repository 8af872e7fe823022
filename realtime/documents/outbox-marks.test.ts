import { expect, test } from "vitest";
import { OutboxMarks } from "./outbox-marks.ts";

const outbox = (sessionId: string) => ({ documentId: "d", personId: "p", sessionId });

test("all who come in meanwhile are one question, and each gets its own answer", async () => {
  const questions: string[][] = [];
  const marks = new OutboxMarks({
    sessionMarks: async (outboxes) => {
      questions.push(outboxes.map(({ sessionId }) => sessionId));
      return outboxes.map(({ sessionId }) => Number(sessionId));
    },
  });
  expect(await Promise.all(["1", "2", "3"].map((id) => marks.read(outbox(id))))).toEqual([1, 2, 3]);
  expect(await marks.read(outbox("4"))).toBe(4);
  expect(questions).toEqual([["1", "2", "3"], ["4"]]);
});

test("a log that does not answer fails those who asked, and nobody after them", async () => {
  let broken = true;
  const marks = new OutboxMarks({
    sessionMarks: async (outboxes) => {
      if (broken) throw new Error("no database");
      return outboxes.map(() => 0);
    },
  });
  await expect(marks.read(outbox("1"))).rejects.toThrow("no database");
  broken = false;
  expect(await marks.read(outbox("1"))).toBe(0);
});
