import { readFileSync } from "node:fs";
import { type OpenDatabase, openDatabase } from "../../../db/client.ts";
import { createDocument } from "../../../db/documents/create-document.ts";
import { migrate } from "../../../db/migrate.ts";
import { startPostgres, type TestCluster } from "../../../tests/support/postgres.ts";

const NANOSECONDS = 1e6;
const TICK_MS = 10;

/** PostgreSQL as production runs it (fsync and synchronous_commit on), in a throw-away cluster for all contestants. */
export class BenchDatabase {
  private constructor(
    private readonly cluster: TestCluster,
    private readonly open: OpenDatabase,
    private readonly postmaster: number,
    readonly version: string,
  ) {}

  static async start(): Promise<BenchDatabase> {
    const cluster = await startPostgres({ kind: "system" });
    await migrate(cluster.url);
    const open = openDatabase(cluster.url, { max: 2, statementTimeoutMs: 0 });
    const [facts] = await open.sql<{ pid: number; version: string; durable: string }[]>`
      select pg_backend_pid() as pid, current_setting('server_version') as version,
        current_setting('fsync') || ' ' || current_setting('synchronous_commit') as durable`;
    if (facts?.durable !== "on on") throw new Error("the database is not durable");
    await open.sql`create table bench_documents (name text primary key, state bytea not null)`;
    return new BenchDatabase(cluster, open, parentOf(facts.pid), facts.version);
  }

  get url(): string {
    return this.cluster.url;
  }

  /** Bytes of write-ahead log since the cluster began. */
  async walBytes(): Promise<number> {
    const [row] = await this.open.sql<{ bytes: string }[]>`
      select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`;
    return Number(row?.bytes);
  }

  /** CPU of all its processes so far, in milliseconds. */
  cpuMs(): number {
    const [, , , , , , , , , , , , , , , childUser = "0", childSystem = "0"] = statOf(this.postmaster);
    const ended = (Number(childUser) + Number(childSystem)) * TICK_MS;
    const living = [this.postmaster, ...childrenOf(this.postmaster)].reduce((sum, pid) => sum + runMs(pid), 0);
    return ended + living;
  }

  /** Stores documents as our server creates them: one row in the log. */
  async seedOurs(documents: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await this.open.db.transaction(async (tx) => {
      for (const [id, update] of documents) await createDocument(tx, { id, kind: "phase", schemaVersion: 1, update });
    });
  }

  /** Stores documents as Hocuspocus' database extension would. */
  async seedHocuspocus(documents: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, state] of documents)
      await this.open.sql`insert into bench_documents (name, state) values (${name}, ${state})`;
  }

  async stop(): Promise<void> {
    await this.open.close();
    await this.cluster.stop();
  }
}

function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "latin1");
  // The name in brackets may hold spaces.
  return ["pid", "name", ...text.slice(text.lastIndexOf(")") + 2).split(" ")];
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[3]);
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").trim().split(" ").filter(Boolean).map(Number);
}

/** Time on a core, to the nanosecond: clock ticks of ten milliseconds are too coarse for a second's work. */
function runMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "latin1").split(" ")[0]) / NANOSECONDS;
  } catch {
    return 0; // it has just ended
  }
}
