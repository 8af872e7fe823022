import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { connectionOptions } from "#db/connection-options.ts";
import { accountFor } from "#db/embedded/account.ts";
import { type Address, freePort, urlOf } from "#db/embedded/address.ts";
import { binariesIn, prepareBinaries } from "#db/embedded/binaries.ts";
import { collation, initialise } from "#db/embedded/initialise.ts";
import { launch, type ServerPlan } from "#db/embedded/launch.ts";
import { makeDatabase } from "#db/embedded/make-database.ts";
import { isAlive } from "#db/embedded/postmaster-file.ts";
import { stopServer } from "#db/embedded/stop-server.ts";
import { clusterPrefix, sweepForsakenClusters } from "#tests/support/forsaken-clusters.ts";

export interface TestCluster {
  /** The application's own role (it owns its databases and may make more) in its own, empty database. */
  url: string;
  /** The cluster's administrator, for what an ordinary role may not: ending others' connections, looking at all. */
  adminUrl: string;
  /** kill -9, and gone when this resolves. */
  kill(): Promise<void>;
  /** Stands still, every process of it (SIGSTOP), and goes on. */
  pause(): void;
  resume(): void;
  /**
   * Runs again under the same addresses, after `kill` or, stopped in good order first, without it; `meanwhile` is done
   * while it is down. @throws when PostgreSQL does not start.
   */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Stops it and removes everything. */
  stop(): Promise<void>;
}

export interface TestClusterOptions {
  /** `embedded`: PostgreSQL 18 from npm, on a unix socket. `system`: the machine's own, on the loopback with a password. */
  kind: "embedded" | "system";
  /** False makes it faster and lets it forget after a power cut (not after a kill). */
  durable?: boolean;
}

export { createTestDatabase } from "#tests/support/create-test-database.ts";

/** A throw-away cluster, on its own in a temporary folder. */
export async function startPostgres({ kind, durable = true }: TestClusterOptions): Promise<TestCluster> {
  await sweepForsakenClusters();
  const folder = await mkdtemp(clusterPrefix(process.pid));
  await chmod(folder, 0o755); // PostgreSQL's account passes through
  const plan = await makePlan(kind, folder, durable);
  let pid = await untilLaunched(plan);
  const quitWithUs = () => isAlive(pid) && process.kill(pid, "SIGQUIT");
  process.once("exit", quitWithUs);
  const adminUrl = urlOf(plan.address, "postgres", "postgres");
  await makeRole(plan.address, adminUrl);

  async function kill(): Promise<void> {
    process.kill(pid, "SIGKILL");
    while (isAlive(pid)) await sleep(5);
  }
  return {
    url: urlOf(plan.address, "leerlus", "leerlus"),
    adminUrl,
    kill,
    pause: () => signalAll(pid, "SIGSTOP"),
    resume: () => signalAll(pid, "SIGCONT"),
    async restart(meanwhile) {
      await stopServer(plan, pid);
      await meanwhile?.();
      pid = await untilLaunched(plan);
    },
    async stop() {
      process.off("exit", quitWithUs);
      await stopServer(plan, pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server and its children, which are in no process group together. It forks no more once it stands still. */
function signalAll(pid: number, signal: "SIGSTOP" | "SIGCONT"): void {
  process.kill(pid, signal);
  const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  for (const child of stdout.split("\n").filter(Boolean))
    try {
      process.kill(Number(child), signal);
    } catch {
      // It ended since it was listed.
    }
}

async function makePlan(kind: TestClusterOptions["kind"], folder: string, durable: boolean): Promise<ServerPlan> {
  const data = join(folder, "postgres");
  const account = await accountFor(data);
  const embedded = kind === "embedded";
  const binaries = embedded
    ? await prepareBinaries(folder, account)
    : binariesIn(process.env.TEST_POSTGRES_BIN ?? "/usr/lib/postgresql/15/bin");
  const address: Address = embedded
    ? { kind: "socket", folder: data, port: 5432 }
    : { kind: "loopback", port: await freePort(), password: "throwaway" };
  await writeFile(join(folder, "password"), "throwaway", { mode: 0o644 });
  const authentication = embedded ? ["--auth=trust"] : ["--auth=scram-sha-256", `--pwfile=${join(folder, "password")}`];
  const locale = embedded ? collation : ["--locale=C.UTF-8"];
  await initialise(binaries, data, account, [...authentication, ...(durable ? [] : ["--no-sync"])], locale);
  const quick = { fsync: "off", full_page_writes: "off", autovacuum: "off" };
  const settings = { max_connections: "200", ...(durable ? {} : quick) };
  return { binaries, data, account, address, logFile: join(folder, "postgres.log"), settings };
}

/** After a kill the children of the old server need a moment to leave. */
async function untilLaunched(plan: ServerPlan): Promise<number> {
  for (;;) {
    const pid = await launch(plan);
    if (pid !== null) return pid;
    await sleep(20);
  }
}

async function makeRole(address: Address, adminUrl: string): Promise<void> {
  const { url, address: host } = connectionOptions(adminUrl);
  const admin = postgres(url, { ...host, max: 1, onnotice: () => {} });
  await makeDatabase(admin, "leerlus", address);
  await admin`alter role leerlus createdb`;
  await admin.end();
}
