import { ownPerson, rolesOf } from "#db/people/store.ts";
import { notFound } from "#domain/errors.ts";
import { actingPerson, type Context } from "#server/context.ts";

/** One's own account, and what one is to which organisation, team and project. */
export async function readAccount(ctx: Context) {
  const person = await ownPerson(ctx.db, actingPerson(ctx));
  if (!person?.email) throw notFound();
  const { id, name, email, language } = person;
  return { person: { id, name, email, language }, roles: await rolesOf(ctx.db, id) };
}
