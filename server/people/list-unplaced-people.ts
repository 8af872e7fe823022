import { peopleWithoutOrganisation } from "#db/people/unplaced.ts";
import type { Context } from "#server/context.ts";
import { permitOnPlatform } from "#server/platform/index.ts";

/**
 * For staff: the accounts of people who are in no organisation. They can still sign in, so there must be a place where
 * such an account is found and closed.
 */
export async function listUnplacedPeople(ctx: Context) {
  return peopleWithoutOrganisation(ctx.db, await permitOnPlatform(ctx, "manage"));
}
