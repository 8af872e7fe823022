import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { databaseUrl, onCluster } from "#tests/support/create-test-database.ts";
import { startPostgres } from "#tests/support/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's cluster, and the name of the migrated database in it that tests clone. */
    postgres: { url: string; template: string };
  }
}

/**
 * One cluster for a whole run of the integration tests: that of TEST_DATABASE_URL (its role must be allowed to make
 * databases), or a throw-away one: the embedded PostgreSQL 18, with TEST_POSTGRES=system the machine's own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const kind = process.env.TEST_POSTGRES === "system" ? "system" : "embedded";
  const cluster = given ? { url: given, stop: async () => {} } : await startPostgres({ kind, durable: false });
  const template = `template_${randomBytes(6).toString("hex")}`;
  await onCluster(cluster.url, `create database ${template}`);
  await migrate(databaseUrl(cluster.url, template));
  project.provide("postgres", { url: cluster.url, template });
  return async () => {
    await onCluster(cluster.url, `drop database ${template}`);
    await cluster.stop();
  };
}
