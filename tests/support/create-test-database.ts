import { randomBytes } from "node:crypto";
import { openDatabase } from "#db/client.ts";

/** Clones `template` (nobody may be connected to it) on the cluster of `clusterUrl`, whose role must be allowed to. */
export async function createTestDatabase(
  clusterUrl: string,
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onCluster(clusterUrl, `create database ${name} template ${template}`);
  return {
    url: databaseUrl(clusterUrl, name),
    drop: () => onCluster(clusterUrl, `drop database if exists ${name} with (force)`),
  };
}

export async function onCluster(clusterUrl: string, statement: string): Promise<void> {
  const { sql, close } = openDatabase(clusterUrl, { max: 1, statementTimeoutMs: 0 });
  await sql.unsafe(statement).finally(close);
}

/** The same server and role, another database. */
export function databaseUrl(clusterUrl: string, name: string): string {
  return clusterUrl.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`);
}
