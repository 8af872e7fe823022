import { sql } from "drizzle-orm";
import { check, timestamp, uuid } from "drizzle-orm/pg-core";

/** Ids are UUIDs made by the application (version 7: new rows stay together in the index). */
export const id = () => uuid("id").primaryKey();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** One of a fixed list of words, enforced by the database. */
export const oneOf = (name: string, column: string, words: readonly (string | number)[]) =>
  check(
    name,
    sql.raw(`${column} in (${words.map((word) => (typeof word === "number" ? word : `'${word}'`)).join(", ")})`),
  );

/** A text that is not blank and not longer than the rules allow. */
export const textLength = (name: string, column: string, max: number) =>
  check(name, sql.raw(`char_length(${column}) <= ${max} and btrim(${column}) <> ''`));
