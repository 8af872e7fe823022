import { leadsAnOrganisation } from "#db/people/belonging.ts";
import { projectScopesVisibleTo } from "#db/projects/scope.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { platformRelations } from "#server/platform/index.ts";

export type ViewerPlace = "coaching" | "projects" | "admin";

/** The parts of the product that concern a person because of what they are to something. */
export async function placesOf(ctx: Context): Promise<ViewerPlace[]> {
  const personId = actingPerson(ctx);
  const [projects, leads, platform] = await Promise.all([
    projectScopesVisibleTo(ctx.db, personId),
    leadsAnOrganisation(ctx.db, personId),
    platformRelations(ctx),
  ]);
  const places: ViewerPlace[] = [];
  if (projects.some(({ who }) => who.coach)) places.push("coaching");
  if (projects.length > 0) places.push("projects");
  if (platform.staff || leads) places.push("admin");
  return places;
}
