import type postgres from "postgres";
import type { Address } from "#db/embedded/address.ts";

/**
 * The application's own database, and a role that owns it and nothing else: row-level security does not hold for the
 * cluster's administrator, and what works here must also work with the ordinary role of a DATABASE_URL.
 */
export async function makeDatabase(admin: postgres.Sql, name: string, address: Address): Promise<void> {
  const [found] = await admin<{ role: boolean; database: boolean }[]>`
    select exists (select from pg_roles where rolname = ${name}) as role,
      exists (select from pg_database where datname = ${name}) as database`;
  // The password is ours, hexadecimal: no quoting needed.
  const password = address.kind === "loopback" ? `password '${address.password}'` : "";
  if (!found?.role) await admin.unsafe(`create role ${name} login ${password}`);
  if (!found?.database) await admin.unsafe(`create database ${name} owner ${name}`);
}
