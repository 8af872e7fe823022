import { inject } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { createTestDatabase } from "#tests/support/create-test-database.ts";

export interface TestDatabase extends OpenDatabase {
  url: string;
  /** Ends the connections and drops the database. */
  close(): Promise<void>;
}

/** A fresh database with all tables and no rows, for the integration tests; cloned from the run's migrated template. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: clusterUrl, template } = inject("postgres");
  const { url, drop } = await createTestDatabase(clusterUrl, template);
  const open = openDatabase(url, { max: 4 });
  const close = async () => {
    await open.close();
    await drop();
  };
  return { ...open, url, close };
}
