import type { Database } from "#db/client.ts";
import { ownPerson, personByEmailUnscoped } from "#db/people/store.ts";
import type { Language } from "#domain/people/words.ts";

/**
 * The language of the mail to an invited address: that of its account; without one, that of the colleague who sends it,
 * for a school that works in English invites in English. Only the mail shows which, so it tells nobody whether the
 * address has an account (T36).
 */
export async function languageOfInvitation(db: Database, email: string, sentBy: string | null): Promise<Language> {
  const invited = await personByEmailUnscoped(db, email);
  const sender = invited || sentBy === null ? null : await ownPerson(db, sentBy);
  return (invited ?? sender)?.language ?? "nl";
}
