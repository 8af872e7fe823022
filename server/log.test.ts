import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function logged(facts: object, sentence = "something happened", readable = false): string {
  const lines: string[] = [];
  createLog({ level: "info", readable }, { write: (line) => void lines.push(line) }).info(facts, sentence);
  return lines.join("");
}
const facts = (given: object) => JSON.parse(logged(given)) as Record<string, unknown>;

test("an event is one JSON line with a level, a time and a sentence", () => {
  const line = logged({ documentId: "d1" });
  expect(line.endsWith("}\n")).toBe(true);
  expect(JSON.parse(line)).toMatchObject({ level: "info", documentId: "d1", msg: "something happened" });
});

test("T63: line breaks, terminal commands and forged JSON stay inside their value", () => {
  const line = logged({ agent: 'a\r\n{"level":"error"}\u001b[31m\u009b2J\u2028\u202e' }, "b\nc");
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(line).not.toMatch(/[\u007f-\u009f\u2028\u202e]/);
  expect(JSON.parse(line)).toMatchObject({ level: "info", msg: "b\\u000ac" });
});

test("T63: a value of a megabyte is cut at 2 kB", () => {
  expect(String(facts({ agent: "x".repeat(1_000_000) }).agent)).toHaveLength(2049);
  expect(logged({}, "y".repeat(1_000_000)).length).toBeLessThan(2300);
});

test("secrets and addresses are hidden wherever they hang", () => {
  const line = logged({ headers: { Cookie: "s=1" }, list: [{ password: "p1" }], email: "an@school.example" });
  expect(line).not.toMatch(/s=1|p1|school\.example/);
});

test("an error of the database leaves what was typed behind and keeps the place", () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "Lotte uit 3B"'), {
    severity: "ERROR",
    code: "22P02",
    detail: "Key (name)=(Lotte) already exists.",
    table_name: "people",
  });
  const line = logged({ err: new Error("Failed query: select $1\nparams: Lotte", { cause }) });
  expect(line).not.toContain("Lotte");
  expect(JSON.parse(line)).toMatchObject({ err: { name: "Error", cause: { code: "22P02", table: "people" } } });
  expect((JSON.parse(line) as { err: { frames: string[] } }).err.frames[0]).toContain("log.test.ts");
});

test("an error of our own keeps its message", () => {
  expect(facts({ err: new Error("the outbox folder is gone") }).err).toMatchObject({
    message: "the outbox folder is gone",
  });
});

test("a circle of objects ends", () => {
  const circle: Record<string, unknown> = { id: "a" };
  circle.self = circle;
  expect(logged(circle)).toContain("[deeper]");
});

test("while developing, a line reads like a sentence", () => {
  expect(logged({ port: 3000 }, "listening", true)).toMatch(/^\d\d:\d\d:\d\d info {2}listening \{"port":3000\}\n$/);
});
