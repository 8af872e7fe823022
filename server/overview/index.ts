export { type FirstPage, firstPageOf } from "./first-page.ts";
export { placesOf, type ViewerPlace } from "./places-of.ts";
export { type PlacesToStart, placesToStart } from "./places-to-start.ts";
export { type CycleSummary, summarise } from "./summarise.ts";
export { type CoachingView, viewCoaching } from "./view-coaching.ts";
export { listProjects, type ProjectView, viewProject } from "./view-project.ts";
export { type StartView, viewStart } from "./view-start.ts";
