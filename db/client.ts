import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { connectionOptions } from "#db/connection-options.ts";
import { preparing } from "#db/preparing-client.ts";

/** What a store takes: the pool and a transaction both fit. */
export type Database = PgDatabase<PostgresJsQueryResultHKT>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Sql = postgres.Sql<{ bytea: Uint8Array }>;

export interface OpenDatabase {
  db: Database;
  sql: Sql;
  /** Waits for the statements under way, five seconds at most. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most; 10 when not given. */
  max?: number;
  /** A statement over this many milliseconds is cancelled; 10,000 when not given, 0 for no limit. */
  statementTimeoutMs?: number;
  onnotice?: (notice: postgres.Notice) => void;
}

/**
 * Opens a pool on `url` (TCP or unix socket); connects at the first statement. In `sql` a timestamptz is a Date, a
 * bytea a Uint8Array, a date a "2026-09-01", a bigint a string; `db` maps by the column's own mode.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): OpenDatabase {
  const { url: bareUrl, address } = connectionOptions(url);
  const sql: Sql = postgres(bareUrl, {
    ...address,
    max: options.max ?? 10,
    connect_timeout: 10,
    backoff: secondsToReconnect,
    idle_timeout: 300,
    onnotice: options.onnotice ?? (() => {}),
    types: { bytea },
    connection: {
      application_name: "leerlus",
      statement_timeout: options.statementTimeoutMs ?? 10_000,
      // "Saved" means on disk, whatever the server or the role makes of it.
      synchronous_commit: "on",
      // A request that died between two statements must not keep its row locks.
      idle_in_transaction_session_timeout: 30_000,
      TimeZone: "UTC",
    },
  });
  const db = drizzle({ client: preparing(sql) });
  restoreTypes(sql);
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * The driver waits longer with every failure, and counts those of all connections together: ten of them that found no
 * database once kept us away for 20 seconds after it was back, and people's words unsaved as long.
 */
const secondsToReconnect = () => 0.2 + Math.random() * 0.4;

const bytea = {
  to: 17,
  from: [17],
  serialize: (bytes: Uint8Array) =>
    `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`,
  // Its own memory, exactly as long as the value: a Buffer from Node's pool would keep 8 kB alive per small update.
  parse: (text: string): Uint8Array => {
    const bytes = new Uint8Array((text.length - 2) / 2);
    Buffer.from(bytes.buffer).write(text.slice(2), "hex");
    return bytes;
  },
};

/**
 * Drizzle turns off the driver's own conversion of times and JSON on the pool it is given. Its columns accept what
 * these give, and plain `sql` gets Dates and objects again. A date (without time) stays text: as a Date it would
 * shift by a day west of Greenwich.
 */
function restoreTypes(sql: Sql): void {
  const { parsers, serializers } = sql.options;
  parsers[1184] = (text: string) => new Date(text);
  serializers[1184] = (value: Date | string) => (value instanceof Date ? value.toISOString() : value);
  for (const json of [114, 3802]) {
    serializers[json] = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  }
}
