import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { contentHash } from "../wire/content-hash.ts";
import type { Checked } from "../wire.ts";
import { type CheckHost, ContentCheck } from "./content-check.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const TRUTH = Uint8Array.of(0, 0);
const answer = (same: boolean | null): Checked => ({ ok: true, same, seq: 7 });

function checking(reply: (asked: number) => Checked | null) {
  const asked: string[] = [];
  const heard: string[] = [];
  const host: CheckHost & { quiet: boolean } = {
    doc: new Y.Doc(),
    quiet: true,
    isQuiet: () => host.quiet,
    ask: (hash, answered) => {
      asked.push(hash);
      answered(reply(asked.length), TRUTH);
    },
    differs: () => heard.push("own version kept"),
    takeTruth: () => heard.push("takes the truth"),
    cannotHeal: () => heard.push("cannot heal"),
  };
  const check = new ContentCheck(host);
  check.start();
  return { host, asked, heard, check };
}

describe("comparing with the server", () => {
  it("happens soon after the join and about every minute from there on", () => {
    const { asked, host } = checking(() => answer(true));
    vi.advanceTimersByTime(7_000);
    expect(asked).toEqual([contentHash(host.doc)]);
    vi.advanceTimersByTime(5 * 60_000);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  it("waits while something of ours is on its way", () => {
    const { asked, host } = checking(() => answer(true));
    host.quiet = false;
    vi.advanceTimersByTime(60_000);
    expect(asked).toEqual([]);
    host.quiet = true;
    vi.advanceTimersByTime(10_000);
    expect(asked).toHaveLength(1);
  });

  it("asks again soon when the server could not tell", () => {
    const { asked } = checking((count) => answer(count === 1 ? null : true));
    vi.advanceTimersByTime(20_000);
    expect(asked).toHaveLength(2);
  });

  it("takes the server's version when they differ, and keeps its own aside", () => {
    const { heard } = checking((count) => answer(count !== 1));
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual(["own version kept", "takes the truth"]);
  });

  it("gives the copy up when it has what the server does not have", () => {
    const { heard, host } = checking(() => answer(false));
    host.doc.getXmlFragment("content").insert(0, [new Y.XmlText("alleen hier")]);
    vi.advanceTimersByTime(600_000);
    expect(heard).toEqual(["own version kept", "takes the truth", "cannot heal"]);
  });

  it("gives the copy up when the server still says that they differ", () => {
    const { heard } = checking(() => answer(false));
    vi.advanceTimersByTime(600_000);
    const once = ["own version kept", "takes the truth"];
    expect(heard).toEqual([...once, ...once, "cannot heal"]);
  });

  it("stops with the membership", () => {
    const { asked, check } = checking(() => answer(true));
    check.stop();
    vi.advanceTimersByTime(600_000);
    expect(asked).toEqual([]);
  });
});
