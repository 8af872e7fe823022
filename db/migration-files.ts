import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MigrationError } from "#db/migration-error.ts";

export interface Migration {
  /** The file's name without `.sql`, as it stands in `schema_migrations`. */
  name: string;
  sql: string;
  sha256: string;
  /** A release from before it can go on: its first line says so, with the reason. */
  additive: boolean;
}

/** `-- additive: new table, nothing of before reads it` */
const additiveLine = /^-- additive: \S/;

const pattern = /^\d{4}_[a-z0-9_]+\.sql$/;

/** All migrations of a folder in the order in which they apply. Other kinds of files (drizzle-kit's meta/) are left alone. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder).catch(() => {
    throw new MigrationError(
      "files",
      `The folder with the migrations, ${folder}, cannot be read. Nothing was changed.`,
    );
  });
  const files = entries.filter((entry) => entry.endsWith(".sql")).sort();
  for (const [index, file] of files.entries()) {
    // A misspelt name must not be skipped in silence, and two files with one number have no order.
    if (!pattern.test(file)) {
      throw new MigrationError("files", `${file} in ${folder} is not named like 0007_what_changes.sql.`);
    }
    if (file.slice(0, 4) === files[index - 1]?.slice(0, 4)) {
      throw new MigrationError("files", `${files[index - 1]} and ${file} have the same number. Renumber one of them.`);
    }
  }
  return Promise.all(
    files.map(async (file) => {
      // Git may write other line ends on Windows; they do not make another migration.
      const sql = (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      return { name: file.slice(0, -4), sql, sha256, additive: additiveLine.test(sql) };
    }),
  );
}

/**
 * `db/migrations` of this checkout, whatever the working directory: the source file and the bundled server
 * (build/server/main.js) both find the nearest package.json above themselves.
 */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new MigrationError("files", "There is no package.json above the server's code.");
    folder = parent;
  }
  return join(folder, "db", "migrations");
}
