import { newId } from "#db/ids.ts";
import { insertPerson } from "#db/people/store.ts";
import type { Language } from "#domain/people/words.ts";
import type { Writing } from "#server/context.ts";

/** Somebody whose address was checked, by an invitation or by who sets up the demo. */
export interface NewPerson {
  name: string;
  /** In lower case. */
  email: string;
  /** Made by `hashPassword`; null for who cannot sign in yet. */
  passwordHash: string | null;
  language: Language;
}

/** @returns the id, or null when somebody with this address is there already. */
export async function addPerson(
  tx: Pick<Writing, "db" | "clock">,
  person: NewPerson,
  id = newId(),
): Promise<string | null> {
  return (await insertPerson(tx.db, { id, ...person, createdAt: tx.clock() })) ? id : null;
}
