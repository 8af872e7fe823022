export { cancelVisit, holdVisit, planVisit } from "./plan-visit.ts";
export { viewVisit } from "./view-visit.ts";
