import { organisationScopesVisibleTo } from "#db/organisations/scope.ts";
import { projectScopesVisibleTo } from "#db/projects/scope.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { platformRelations } from "#server/platform/index.ts";

export type ViewerPlace = "coaching" | "projects" | "admin";

/** The parts of the product that concern a person because of what they are to something. */
export async function placesOf(ctx: Context): Promise<ViewerPlace[]> {
  const personId = actingPerson(ctx);
  const [projects, organisations, platform] = await Promise.all([
    projectScopesVisibleTo(ctx.db, personId),
    organisationScopesVisibleTo(ctx.db, personId),
    platformRelations(ctx),
  ]);
  const places: ViewerPlace[] = [];
  if (projects.some(({ who }) => who.coach)) places.push("coaching");
  if (projects.length > 0) places.push("projects");
  if (platform.staff || organisations.some(({ who }) => who.leader)) places.push("admin");
  return places;
}
