import { cycles } from "./cycles/index.ts";
import { withDates } from "./moments.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { programmes, projects } from "./projects.ts";
import type { DemoStory } from "./story.ts";
import { teams } from "./teams.ts";
import { visits } from "./visits.ts";

export { instant, isoDay, schoolYear } from "./moments.ts";
export type * from "./story.ts";

/** The story as it is told on `today`: the dates in its texts are those of the moments they speak of. */
export function demoStory(today: Date): DemoStory {
  return dated(today, { organisations, people, teams, programmes, projects, cycles, visits });
}

function dated<Part>(today: Date, part: Part): Part {
  if (typeof part === "string") return withDates(today, part) as Part;
  if (Array.isArray(part)) return part.map((item) => dated(today, item)) as Part;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, dated(today, value)])) as Part;
}
