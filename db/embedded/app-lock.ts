import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Address, connectionTo } from "#db/embedded/address.ts";

/**
 * A connection as the cluster's administrator that holds the lock on the folder: while it lives, this process is the
 * folder's one application.
 */
export interface AppLock {
  admin: postgres.Sql;
  /** Settles when the connection is gone, and with it the lock: as a rule because the server is. */
  closed: Promise<void>;
}

const lock = [1_819_043_701, 1] as const;

/**
 * Takes the folder for this process, or tells which process has it; null when nobody answers, or the server is just
 * starting up or shutting down.
 *
 * A lock inside the server, and no file: the kernel closes a killed application's connection, and its lock goes with
 * it, at once and always. There is nothing to be left behind, no process id that may mean something else by now, and
 * it also holds between two containers on one volume, where process ids mean nothing.
 */
export async function takeAppLock(address: Address): Promise<AppLock | { heldBy: number } | null> {
  const { admin, closed } = connect(address);
  try {
    const heldBy = await waitForLock(admin);
    if (heldBy === null) return { admin, closed };
    await admin.end({ timeout: 1 });
    return { heldBy };
  } catch (error) {
    await admin.end({ timeout: 0 });
    if (passing.has((error as { code?: string }).code ?? "")) return null;
    throw error;
  }
}

/** Null when the lock is ours, else the holder's process id. */
async function waitForLock(admin: postgres.Sql): Promise<number | null> {
  // An application killed this instant needs a moment until the server has noticed.
  for (let attempt = 0; attempt < 10; attempt++) {
    const [row] = await admin<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${lock[0]}::int, ${lock[1]}::int) as taken`;
    if (row?.taken) return null;
    await sleep(100);
  }
  const [row] = await admin<{ name: string }[]>`
    select application_name as name from pg_stat_activity join pg_locks using (pid)
    where locktype = 'advisory' and classid = ${lock[0]}::int::oid and objid = ${lock[1]}::int::oid and granted`;
  return Number(row?.name.match(/\d+$/)?.[0] ?? 0);
}

function connect(address: Address): AppLock {
  let onclose = () => {};
  const closed = new Promise<void>((resolve) => {
    onclose = resolve;
  });
  const admin = postgres({
    ...connectionTo(address, "postgres"),
    database: "postgres",
    max: 1,
    // The lock lives as long as this connection: it must never be exchanged for a fresh one.
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    connection: { application_name: `leerlus process ${process.pid}`, statement_timeout: 0, idle_session_timeout: 0 },
    onnotice: () => {},
    onclose: () => onclose(),
  });
  return { admin, closed };
}

const passing = new Set([
  "ENOENT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "57P03", // cannot_connect_now: starting up or shutting down
  "57P01", // admin_shutdown: it stopped between our connecting and our asking
]);
