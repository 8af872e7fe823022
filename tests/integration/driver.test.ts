import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionOptions } from "#db/connection-options.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { mended } from "../../scripts/mended-packages.mjs";

// The database driver as it goes into the server's bundle (scripts/mended-packages.mjs).

const original = dirname(dirname(createRequire(import.meta.url).resolve("postgres")));
let folder: string;
let database: TestDatabase;
let open: typeof postgres;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "leerlus-driver-"));
  const copy = join(folder, "node_modules", "postgres");
  cpSync(original, copy, { recursive: true });
  for (const name of readdirSync(join(copy, "src"))) {
    const file = join(copy, "src", name);
    writeFileSync(file, mended(file, readFileSync(file, "utf8")));
  }
  open = (await import(/* @vite-ignore */ pathToFileURL(join(copy, "src", "index.js")).href)).default;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

/** A pool of one whose sockets a test may break; the first one breaks by itself when it is about to send `cutAt`. */
function openOver(sockets: Socket[], cutAt?: string) {
  const { url, address } = connectionOptions(database.url);
  const { hostname, port } = new URL(url);
  const path = address.host?.toString().startsWith("/") ? `${address.host}/.s.PGSQL.${address.port}` : undefined;
  const socket = async () => {
    const opened = path ? connect(path) : connect(Number(port), hostname);
    await once(opened, "connect");
    const write = opened.write;
    const cuts = cutAt !== undefined && sockets.length === 0;
    if (cuts)
      opened.write = ((bytes: Buffer, ...rest: []) =>
        bytes.includes(cutAt)
          ? opened.destroy(new Error("cut while writing")).writable
          : write.call(opened, bytes, ...rest)) as typeof write;
    sockets.push(opened);
    return opened;
  };
  // The driver takes a function for its socket; its types do not know.
  const options = { ...address, socket, max: 1, backoff: () => 0, onnotice: () => {} };
  return open(url, options);
}

test("a question in a transaction whose connection ended is refused, and the pool answers the next one (T76)", async () => {
  const { url, address } = connectionOptions(database.url);
  const sql = open(url, { ...address, max: 1, backoff: () => 0, onnotice: () => {} });
  const refused: unknown[] = [];
  let ended = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const transaction = sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    await database.sql`select pg_terminate_backend(${row?.pid as number})`;
    for (const question of ["short", "long ".repeat(1_000), "short"])
      await tx`select ${question}::text`.catch((error) => refused.push(error.code));
    ended();
  });
  await transaction.then(
    () => refused.push("committed"),
    () => {},
  );
  await end;
  expect(refused).toHaveLength(3);
  expect(refused.slice(1)).toEqual(["CONNECTION_CLOSED", "CONNECTION_CLOSED"]);
  expect(await sql`select 3 as answer`).toEqual([{ answer: 3 }]);
  await sql.end({ timeout: 1 });
});

test("a question that comes between the error of a socket and its end is refused, and the pool answers the next one (T76)", async () => {
  const sockets: Socket[] = [];
  const sql = openOver(sockets);
  await sql.unsafe("select 1");
  const refused = sql.unsafe("select pg_sleep(60)").catch(() => sql.unsafe("select 2"));
  setTimeout(() => sockets[0]?.destroy(new Error("cut")), 200);
  await expect(refused).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await sql.unsafe("select 3 as answer")).toEqual([{ answer: 3 }]);
  await sql.end({ timeout: 1 });
});

test("a connection that ends while it asks for the types fails only the question that opened it", async () => {
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  process.on("unhandledRejection", note);
  const sockets: Socket[] = [];
  const sql = openOver(sockets, "pg_catalog.pg_type");
  await expect(sql.unsafe("select 1")).rejects.toThrow("cut while writing");
  expect(await sql.unsafe("select 3 as answer")).toEqual([{ answer: 3 }]);
  process.off("unhandledRejection", note);
  expect(uncaught).toEqual([]);
  await sql.end({ timeout: 1 });
});

test("another release of the driver is not changed without being looked at", () => {
  expect(() => mended("/node_modules/postgres/src/connection.js", "const x = 1")).toThrow("another one");
  expect(mended("/node_modules/postgres/src/query.js", "const x = 1")).toBe("const x = 1");
});
