import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "#db/client.ts";
import { leaseDueMails } from "#db/mail/store.ts";
import { transact } from "#server/context.ts";
import { type TestContext, testContext } from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { type Deliver, queueMail, sendWaitingMails, startMailWorker } from "./index.ts";
import { RefusedMail } from "./mail-transport.ts";

let database: TestDatabase;
let ctx: TestContext;
const deliver = vi.fn<Deliver>();

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.sql`delete from mails`;
  ctx = testContext(database.db);
  deliver.mockReset().mockResolvedValue();
});

const write = (to = "bram@school.example") =>
  transact(ctx, (tx) =>
    queueMail(tx, {
      to,
      language: "nl",
      template: "password-reset",
      params: { name: "Bram", minutes: 30, link: "https://leerlus.example/wachtwoord/geheim" },
    }),
  );
const rows = () => database.sql`select * from mails order by id`;

test("a mail leaves once, and its text with the link goes from the table", async () => {
  await write();
  expect(await sendWaitingMails(ctx, deliver)).toBe(1);
  expect(await sendWaitingMails(ctx, deliver)).toBe(0);
  expect(deliver).toHaveBeenCalledOnce();
  expect(deliver.mock.calls[0]![0].text).toContain("geheim");
  const [row] = await rows();
  expect(row!.sent_at).toEqual(ctx.clock());
  expect(JSON.stringify(row)).not.toContain("geheim");
});

test("a mail of a write that failed is never sent", async () => {
  const failing = transact(ctx, async (tx) => {
    const params = { name: "Bram", minutes: 30, link: "https://leerlus.example/x" };
    await queueMail(tx, { to: "bram@school.example", language: "nl", template: "password-reset", params });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await sendWaitingMails(ctx, deliver)).toBe(0);
});

test("of two workers at once, each mail has one", async () => {
  for (let index = 0; index < 25; index += 1) await write(`person${index}@school.example`);
  const sent = await Promise.all([sendWaitingMails(ctx, deliver), sendWaitingMails(ctx, deliver)]);
  expect(sent[0]! + sent[1]!).toBe(25);
  expect(new Set(deliver.mock.calls.map(([mail]) => mail.to)).size).toBe(25);
  expect(deliver).toHaveBeenCalledTimes(25);
});

test("at a slow mail server no second worker sends what a first one has still to send", async () => {
  for (let index = 0; index < 10; index += 1) await write(`person${index}@school.example`);
  let mails = 0;
  // Two minutes for each; when eight are away, the first lease is long over and another worker looks.
  deliver.mockImplementation(async () => {
    ctx.wait(2);
    mails += 1;
    if (mails === 8) await sendWaitingMails(ctx, deliver);
  });
  await sendWaitingMails(ctx, deliver);
  expect(deliver.mock.calls.map(([mail]) => mail.to).toSorted()).toEqual(
    Array.from({ length: 10 }, (_, index) => `person${index}@school.example`),
  );
});

test("a mail that another worker is just taking is left to it", async () => {
  for (let index = 0; index < 3; index += 1) await write(`person${index}@school.example`);
  const lease = (db: Database, limit: number) => leaseDueMails(db, ctx.clock(), new Date("2026-10-06"), limit);
  await database.db.transaction(async (tx) => {
    const taken = await lease(tx, 2);
    const left = await lease(database.db, 10);
    expect([taken.length, left.length]).toEqual([2, 1]);
  });
});

describe("a mail that does not leave", () => {
  test("is tried again, later and later, and given up after seven times", async () => {
    deliver.mockRejectedValue(new Error("connection refused by bram@school.example"));
    await write();
    for (const wait of [1, 5, 15, 60, 180, 720]) {
      await sendWaitingMails(ctx, deliver);
      ctx.wait(wait - 0.5);
      expect(await sendWaitingMails(ctx, deliver)).toBe(0);
      expect((await rows())[0]!.failed_at).toBeNull();
      ctx.wait(0.5);
    }
    expect(deliver).toHaveBeenCalledTimes(6);
    await sendWaitingMails(ctx, deliver);
    expect((await rows())[0]).toMatchObject({ attempts: 7, text: "", html: "" });
    expect((await rows())[0]!.failed_at).not.toBeNull();
    expect(ctx.complaints).toHaveLength(7);
  });

  test("because it was refused for good is not tried again", async () => {
    deliver.mockRejectedValue(new RefusedMail("the mail server answered 550"));
    await write();
    await sendWaitingMails(ctx, deliver);
    expect((await rows())[0]!.failed_at).not.toBeNull();
  });

  test("does not keep the others back", async () => {
    deliver.mockRejectedValueOnce(new Error("away"));
    await write("first@school.example");
    await write("second@school.example");
    expect(await sendWaitingMails(ctx, deliver)).toBe(1);
  });

  test("because its worker was killed is due again when the lease ends", async () => {
    await write();
    deliver.mockImplementationOnce(() => new Promise(() => {}));
    void sendWaitingMails(ctx, deliver);
    await vi.waitFor(() => expect(deliver).toHaveBeenCalledOnce());
    expect(await sendWaitingMails(ctx, deliver)).toBe(0);
    ctx.wait(10);
    expect(await sendWaitingMails(ctx, deliver)).toBe(1);
  });
});

test("the worker looks by itself, and stops after what it has in hand", async () => {
  await write();
  let leave = () => {};
  deliver.mockImplementationOnce(() => new Promise<void>((done) => (leave = done)));
  const worker = startMailWorker(ctx, deliver, { everyMs: 5 });
  await vi.waitFor(() => expect(deliver).toHaveBeenCalledOnce());
  const stopped = worker.stop();
  leave();
  await stopped;
  expect((await rows())[0]!.sent_at).not.toBeNull();
});
