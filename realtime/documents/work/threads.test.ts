import { afterEach, expect, test } from "vitest";
import { pack, unpack } from "../../wire/bytes.ts";
import { Threads, type ThreadsOptions } from "./threads.ts";
import { WorkError } from "./work-error.ts";

const FILE = new URL("./testing/odd-thread.ts", import.meta.url);
const LONG = 60_000;
const open: Threads[] = [];

function threads(options: Partial<ThreadsOptions> = {}): Threads {
  const made = new Threads({ file: FILE, most: 2, ...options });
  open.push(made);
  return made;
}

function ask(pool: Threads, documentId: string, task: string, withinMs = LONG) {
  return pool.run(documentId, { task, parts: pack([Uint8Array.of(1, 2)]), details: { of: documentId } }, withinMs);
}

const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: unknown) => (error instanceof WorkError ? error.failure : error),
  );

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

test("no thread is started before there is work, and what is asked comes back", async () => {
  const pool = threads();
  expect(pool.size).toBe(0);
  const outcome = await ask(pool, "a", "echo");
  expect(outcome).toMatchObject({ ok: true, value: { of: "a" } });
  expect(outcome.ok && unpack(outcome.parts)).toEqual([Uint8Array.of(1, 2)]);
  expect(pool.size).toBe(1);
});

test("what the work throws is told and the thread goes on", async () => {
  const pool = threads({ most: 1 });
  expect(await ask(pool, "a", "throw")).toEqual({ ok: false, message: "no" });
  expect(await ask(pool, "a", "echo")).toMatchObject({ ok: true });
  expect(pool.size).toBe(1);
});

test("work over its deadline ends its thread, and the work of others is done", async () => {
  const pool = threads();
  const hanging = failure(ask(pool, "hostile", "for ever", 50));
  const others = ["a", "b", "c", "d"].map((id) => ask(pool, id, "slowly"));
  expect(await hanging).toBe("too long");
  expect(await Promise.all(others)).toHaveLength(4);
  expect(await ask(pool, "e", "echo")).toMatchObject({ ok: true });
});

test("a document whose work went over its deadline rests, longer after each time", async () => {
  const pool = threads({ restMs: 200 });
  expect(await failure(ask(pool, "hostile", "for ever", 20))).toBe("too long");
  expect(await failure(ask(pool, "hostile", "echo"))).toBe("rests");
  expect(await ask(pool, "other", "echo")).toMatchObject({ ok: true });
  await new Promise((resolve) => setTimeout(resolve, 210));
  expect(await ask(pool, "hostile", "echo")).toMatchObject({ ok: true });
});

test("what waits for a document that turns out to be too costly is not begun", async () => {
  const pool = threads();
  const hanging = failure(ask(pool, "hostile", "for ever", 50));
  const waiting = failure(ask(pool, "hostile", "echo"));
  expect([await hanging, await waiting]).toEqual(["too long", "rests"]);
});

test("one document holds one thread, however much is asked for it", async () => {
  const pool = threads();
  const many = [1, 2, 3, 4].map(() => failure(ask(pool, "hostile", "for ever", 300)));
  expect(await ask(pool, "honest", "echo", 5_000)).toMatchObject({ ok: true });
  expect(await Promise.all(many)).toEqual(["too long", "rests", "rests", "rests"]);
});

test("a thread that falls over is replaced", async () => {
  const pool = threads({ most: 1 });
  expect(await failure(ask(pool, "a", "fall over"))).toBe("ended");
  expect(await ask(pool, "a", "echo")).toMatchObject({ ok: true });
});

test("a file that is no thread is a fault of ours, not of a document", async () => {
  const pool = threads({ file: new URL("./testing/no-such-thread.ts", import.meta.url) });
  await expect(ask(pool, "a", "echo")).rejects.toThrow("a thread could not start");
});

test("threads without work are let go, and come back when there is some", async () => {
  const pool = threads({ idleMs: 30 });
  await ask(pool, "a", "echo");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(pool.size).toBe(0);
  expect(await ask(pool, "a", "echo")).toMatchObject({ ok: true });
});

test("closing ends what is under way and refuses what waits", async () => {
  const pool = threads({ most: 1 });
  const underWay = failure(ask(pool, "a", "for ever"));
  const waiting = failure(ask(pool, "b", "echo"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await pool.close();
  expect([await underWay, await waiting]).toEqual(["ended", "ended"]);
  expect(pool.size).toBe(0);
});
