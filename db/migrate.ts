import { openDatabase, type Sql } from "#db/client.ts";
import { MigrationError } from "#db/migration-error.ts";
import { type Migration, migrationsFolder, readMigrations } from "#db/migration-files.ts";

export { MigrationError, type MigrationProblem } from "#db/migration-error.ts";
export { migrationsFolder } from "#db/migration-files.ts";

/** Any number, the same in every release: two nodes that start together must meet on it. */
const advisoryLock = 7_205_146_338;

export interface Outcome {
  applied: string[];
  unknown: string[];
}

/**
 * Brings the tables up to date: applies, in order, each file of `folder` that `schema_migrations` does not know, each
 * in its own transaction. Any number of nodes may call it at once; one works, the others wait and find nothing to do.
 * Throws MigrationError, and changes nothing, when the files and the database do not tell the same history: only
 * migrations of a newer release that are marked additive may stand in the database alone (`unknown`), so that a deploy
 * can be taken back.
 */
export async function migrate(
  target: string | Sql,
  { folder = migrationsFolder() }: { folder?: string } = {},
): Promise<Outcome> {
  const migrations = await readMigrations(folder);
  if (typeof target !== "string") return onOneConnection(target, (connection) => applyAll(connection, migrations));
  const { sql, close } = openDatabase(target, { max: 1 });
  try {
    return await onOneConnection(sql, (connection) => applyAll(connection, migrations));
  } finally {
    await close();
  }
}

type Connection = Awaited<ReturnType<Sql["reserve"]>>;

async function onOneConnection<T>(sql: Sql, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await sql.reserve();
  try {
    // Filling a large table takes longer than any request may.
    await connection`set statement_timeout = 0`;
    await connection`set lock_timeout = '60s'`;
    await connection`select pg_advisory_lock(${advisoryLock})`.catch(asBusy);
    try {
      return await work(connection);
    } finally {
      await handBack(connection);
    }
  } finally {
    connection.release();
  }
}

/** A connection that broke has lost its lock already; its error must not hide the one that broke it. */
async function handBack(connection: Connection): Promise<void> {
  await connection
    .unsafe(`select pg_advisory_unlock(${advisoryLock}); reset statement_timeout; reset lock_timeout`)
    .simple()
    .catch(() => {});
}

async function applyAll(connection: Connection, migrations: Migration[]): Promise<Outcome> {
  await connection`create table if not exists schema_migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
  await connection`alter table schema_migrations add column if not exists additive boolean not null default false`;
  const known = await connection<Known[]>`
    select name, sha256, additive from schema_migrations order by name collate "C"`;
  const pending = pendingAfter(known, migrations);
  // A table that others are using is not waited for long: every query behind this one would wait too.
  await connection`set lock_timeout = '10s'`;
  for (const migration of pending) await apply(connection, migration);
  const unknown = known.filter(({ name }) => !migrations.some((migration) => migration.name === name));
  return { applied: pending.map(({ name }) => name), unknown: unknown.map(({ name }) => name) };
}

type Known = Pick<Migration, "name" | "sha256" | "additive">;

/** What is still to apply; refuses when the history in the database is not the beginning of the history in the files. */
function pendingAfter(known: readonly Known[], migrations: Migration[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256, additive } of known) {
    const file = byName.get(name);
    if (!file && additive) continue;
    if (!file) {
      throw new MigrationError(
        "database-newer",
        `The database was brought up to date by another release: it knows ${name}, which this one does not have. Nothing was changed. Start the newer release, or restore the backup that belongs to this one.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new MigrationError(
        "changed",
        `The migration ${name} was applied to this database with another text than it has now. Nothing was changed. Put the file back as it was, and write the change as a new migration.`,
      );
    }
  }
  const last = known.at(-1)?.name ?? "";
  const pending = migrations.filter(({ name }) => !known.some((applied) => applied.name === name));
  const late = pending.find(({ name }) => name < last);
  if (late) {
    throw new MigrationError(
      "out-of-order",
      `The migration ${late.name} comes before ${last}, which this database already has. Nothing was changed. Give it the next free number.`,
    );
  }
  return pending;
}

async function apply(connection: Connection, { name, sql, sha256, additive }: Migration): Promise<void> {
  await connection`begin`;
  try {
    await connection.unsafe(sql).simple();
    await connection`insert into schema_migrations (name, sha256, additive) values (${name}, ${sha256}, ${additive})`;
    await connection`commit`;
  } catch (cause) {
    await connection`rollback`.catch(() => {}); // the connection may be what failed: then the server rolls back
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(
      "failed",
      `The migration ${name} could not be applied (${reason}). Nothing of it was kept; those before it are in place.`,
      { cause },
    );
  }
}

function asBusy(cause: unknown): never {
  if ((cause as { code?: string }).code !== "55P03") throw cause;
  throw new MigrationError(
    "busy",
    "Another process has been bringing this database up to date for a minute. Nothing was changed by this one. Wait until it is done, and start again.",
    { cause },
  );
}
