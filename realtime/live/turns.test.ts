import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

/** A node where reading a message takes a millisecond, and ten of them fill a turn. */
function node() {
  const read: string[] = [];
  const next: (() => void)[] = [];
  let now = 0;
  const turns = new Turns(
    10,
    () => now,
    (call) => next.push(call),
  );
  return {
    read,
    line(name: string) {
      const state = { paused: false };
      const tap = { pause: () => (state.paused = true), resume: () => (state.paused = false) };
      const send = turns.lane(tap, (message: string) => {
        now++;
        read.push(`${name}${message}`);
      });
      return { state, send: (count: number, from = 0) => range(from, count).forEach((index) => void send(`${index}`)) };
    },
    turn: () => next.splice(0).forEach((call) => void call()),
  };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const of = (name: string, from: number, count: number) => range(from, count).map((index) => `${name}${index}`);

test("a line that sends more than fits in a turn is not read from until that is read, and stays in order", () => {
  const { line, read, turn } = node();
  const mallory = line("m");
  mallory.send(35);
  expect(read).toEqual(of("m", 0, 10));
  expect(mallory.state.paused).toBe(true);
  turn();
  expect(mallory.state.paused).toBe(true);
  turn();
  expect(read).toEqual(of("m", 0, 35));
  expect(mallory.state.paused).toBe(false);
});

test("who sends one message waits for a round of the others, not for everything they sent", () => {
  const { line, read, turn } = node();
  const mallory = line("m");
  const anna = line("a");
  mallory.send(1_000);
  anna.send(1);
  expect(read).not.toContain("a0");
  turn();
  expect(read.slice(10)).toEqual([...of("m", 10, 8), "a0", ...of("m", 18, 8)]);
});

test("a message that comes while an earlier one of its line waits does not overtake it", () => {
  const { line, read, turn } = node();
  const mallory = line("m");
  const anna = line("a");
  mallory.send(10);
  anna.send(2);
  turn();
  anna.send(1, 2);
  turn();
  anna.send(1, 3);
  expect(read.filter((message) => message.startsWith("a"))).toEqual(of("a", 0, 4));
});

test("every turn begins with a share of its own", () => {
  const { line, read, turn } = node();
  const anna = line("a");
  for (const from of [0, 10, 20]) {
    anna.send(10, from);
    turn();
  }
  expect(read).toEqual(of("a", 0, 30));
  expect(anna.state.paused).toBe(false);
});

test("a turn begins with the line whose round is next", () => {
  const { line, read, turn } = node();
  const lines = ["m", "a", "b"].map(line);
  for (const { send } of lines) send(30);
  read.length = 0;
  turn();
  expect(read).toEqual([...of("m", 10, 8), ...of("a", 0, 8)]);
  turn();
  expect(read.slice(16)).toEqual([...of("b", 0, 8), ...of("m", 18, 8)]);
});
