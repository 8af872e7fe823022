import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PreparedFrame } from "../live/prepared-frame.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import { type Delivery, fanOut } from "./fan-out.ts";
import { Ledger } from "./ledger.ts";
import type { Member } from "./member.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const room = { channel: 0, ledger: new Ledger(new Map(), new Map()) };
const A = Uint8Array.of(65);
const B = Uint8Array.of(66);

/** Kinds and payloads of what was sent, one line per write. */
function member(outbox: string) {
  const writes: string[] = [];
  const frames: PreparedFrame[] = [];
  const send = (frame: PreparedFrame) => {
    frames.push(frame);
    const parts: string[] = [];
    for (let at = 0; at < frame.wire.length; at += 2 + frame.wire[at + 1]!)
      parts.push(Buffer.from(frame.wire.subarray(at + 2, at + 2 + frame.wire[at + 1]!)).toString("hex"));
    writes.push(parts.join(" "));
  };
  return { outbox, framesSent: 0, line: { send }, writes, frames } as unknown as Member & {
    writes: string[];
    frames: PreparedFrame[];
  };
}

const by = (author: Member, update: Uint8Array): Delivery => ({ update, member: author, outbox: author.outbox });

test("those who wrote nothing get one frame, made once; an author gets what the others wrote", () => {
  const acknowledgements = new Acknowledgements(100);
  const [anna, bram, celine, dirk] = ["a", "b", "c", "d"].map(member) as [
    ReturnType<typeof member>,
    ReturnType<typeof member>,
    ReturnType<typeof member>,
    ReturnType<typeof member>,
  ];
  fanOut(room, new Set([anna, bram, celine, dirk]), [by(anna, A), by(bram, B)], acknowledgements);
  expect(celine.writes).toEqual(["0201410142"]);
  expect(celine.frames[0]).toBe(dirk.frames[0]);
  expect(anna.writes).toEqual(["0142"]);
  expect(bram.writes).toEqual(["0141"]);
});

test("an acknowledgement waits for company, and goes alone when none comes", () => {
  const acknowledgements = new Acknowledgements(100);
  const anna = member("a");
  const bram = member("b");
  room.ledger.noteSaved("a", 3);
  const members = new Set([anna, bram]);
  fanOut(room, members, [by(anna, A)], acknowledgements);
  expect(anna.writes).toEqual([]);
  vi.advanceTimersByTime(60);
  fanOut(room, members, [by(anna, A), by(bram, B)], acknowledgements);
  expect(anna.writes).toEqual(["0142 0303"]);
  vi.advanceTimersByTime(200);
  expect(anna.writes).toHaveLength(1);
  fanOut(room, members, [by(anna, A)], acknowledgements);
  vi.advanceTimersByTime(100);
  expect(anna.writes.slice(1)).toEqual(["0303"]);
});

test("every tab of an outbox hears how far it is saved, and one that left hears nothing", () => {
  const acknowledgements = new Acknowledgements(100);
  const [tab, other, left] = [member("a"), member("a"), member("a")];
  fanOut(room, new Set([tab, other, left]), [by(tab, A)], acknowledgements);
  acknowledgements.drop(left);
  vi.advanceTimersByTime(100);
  expect(other.writes).toEqual(["0141", "0303"]);
  expect(tab.writes).toEqual(["0303"]);
  expect(left.writes).toEqual(["0141"]);
});

test("what is due at the end is told at once", () => {
  const acknowledgements = new Acknowledgements(100);
  const anna = member("a");
  fanOut(room, new Set([anna]), [by(anna, A)], acknowledgements);
  acknowledgements.flush();
  expect(anna.writes).toEqual(["0303"]);
});
