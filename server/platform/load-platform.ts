import { isStaff } from "#db/people/belonging.ts";
import { type Authorized, authorize } from "#domain/access/authorize.ts";
import { platformPolicy } from "#domain/access/policies.ts";
import type { PlatformRelations } from "#domain/access/relations.ts";
import { actingPerson, type Context } from "#server/context.ts";

/** What the acting person is to the platform as a whole. The system itself may do what staff may: it sets up. */
export async function platformRelations(ctx: Context): Promise<PlatformRelations> {
  if (ctx.actor.kind === "system") return { signedIn: false, staff: true };
  if (ctx.actor.kind === "visitor") return { signedIn: false, staff: false };
  return { signedIn: true, staff: await isStaff(ctx.db, ctx.actor.id) };
}

/** Permission for an action on the platform, such as adding schools and programmes. */
export async function permitOnPlatform<Action extends keyof typeof platformPolicy>(
  ctx: Context,
  action: Action,
): Promise<Authorized<PlatformRelations, Action>> {
  const who = await platformRelations(ctx);
  // Who is not signed in is asked to sign in; "not allowed" would be true and of no use.
  if (ctx.actor.kind === "visitor" && !platformPolicy[action](who)) actingPerson(ctx);
  return authorize(who, action, platformPolicy[action](who));
}
