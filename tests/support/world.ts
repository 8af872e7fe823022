import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_PASSWORD } from "#content/demo/password.ts";
import { people } from "#content/demo/people.ts";
import type { PersonKey } from "#content/demo/story.ts";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { endCluster } from "./forsaken-clusters.ts";
import { freePort } from "./free-port.ts";
import { type AppNode, startNode } from "./node-process.ts";
import { startPostgres, type TestCluster } from "./postgres.ts";
import { startRedis, type TestRedis } from "./redis.ts";

export interface WorldOptions {
  /** How many applications share the database; 1 unless said. Each lets in the origins of all, as behind a balancer. */
  nodes?: number;
  /** The ROLE of each; `all` unless said. */
  roles?: readonly ("web" | "live" | "all")[];
  /** `own`: the application's embedded database, for one node; `embedded` or `system`: a cluster through DATABASE_URL. */
  database?: "own" | "embedded" | "system";
  redis?: boolean;
  env?: Readonly<Record<string, string>>;
}

/** Real processes with the demo in their database, for browser, fault and load tests. */
export interface World {
  nodes: readonly AppNode[];
  /** The address of the first node. */
  url: string;
  cluster: TestCluster | null;
  redis: TestRedis | null;
  /** The folder of data and outgoing mail. */
  folder: string;
  /** Signs a person of the demo in, at a node, from a page of `origin`. @returns the value for a Cookie header. */
  cookieOf(person: PersonKey, node?: Pick<AppNode, "url">, origin?: string): Promise<string>;
  /** The database, for what a test asks beside the application; only with a cluster. */
  database(): OpenDatabase;
  /** The live document of a stage of the cycle with this title. */
  documentId(cycleTitle: string, stage: string): Promise<string>;
  cycleId(cycleTitle: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { nodes: wanted = 1, database = "embedded" } = options;
  if (database === "own" && wanted > 1) throw new Error("an application's own database serves one application");
  const folder = await mkdtemp(join(tmpdir(), "leerlus-world-"));
  await chmod(folder, 0o755); // PostgreSQL's account passes through, so that an own database stays in here
  const cluster = database === "own" ? null : await startPostgres({ kind: database });
  const redis = options.redis ? await startRedis() : null;
  const env = {
    DATA_DIR: join(folder, "data"),
    DEMO: "1",
    ...(cluster && { DATABASE_URL: cluster.url }),
    ...(redis && { REDIS_URL: redis.url }),
    ...options.env,
  };

  const nodes: AppNode[] = [];
  const ports: number[] = [];
  while (ports.length < wanted) ports.push(await freePort());
  const together = wanted > 1 && { PUBLIC_URL: ports.map((port) => `http://127.0.0.1:${port}`).join() };
  // One after the other: the first one migrates and tells the demo, the others find it told.
  for (const [index, port] of ports.entries()) {
    nodes.push(await startNode(port, { ...together, ...env, ROLE: options.roles?.[index] ?? "all" }));
  }
  const [first] = nodes;
  if (!first) throw new Error("a world needs a node");
  let open: OpenDatabase | null = null;

  const sql = () => {
    if (!cluster) throw new Error("an application's own database is not asked from outside");
    open ??= openDatabase(cluster.url, { max: 2 });
    return open;
  };
  const one = async (rows: Promise<readonly { id: string }[]>, what: string) => {
    const [row] = await rows;
    if (!row) throw new Error(`the demo has no ${what}`);
    return row.id;
  };
  return {
    nodes,
    url: first.url,
    cluster,
    redis,
    folder,
    cookieOf: (person, { url } = first, origin = url) => signIn(url, origin, people[person].email),
    database: sql,
    cycleId: (title) => one(sql().sql`select id from cycles where title = ${title}`, `cycle "${title}"`),
    documentId: (title, stage) =>
      one(
        sql().sql`
          select d.document_id as id from phase_documents d join cycles c on c.id = d.cycle_id
          where c.title = ${title} and d.stage = ${stage}`,
        `document ${stage} of "${title}"`,
      ),
    async stop() {
      await open?.close();
      await Promise.all(nodes.map((node) => node.stop()));
      await redis?.stop();
      await cluster?.stop();
      // An application that was killed and started again leaves the server it found running: it did not start it.
      await endCluster(env.DATA_DIR);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, origin: string, email: string): Promise<string> {
  const response = await fetch(`${url}/aanmelden`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (response.status >= 400 || cookies.length === 0)
    throw new Error(`${email} could not sign in (${response.status})`);
  return cookies.join("; ");
}
