export type { ActivityRow } from "#db/activity/readings.ts";
export { type OpenedCycle, openCycle } from "./open-cycle.ts";
export { openStage } from "./open-stage.ts";
export { type ActivityView, viewActivity, withNames } from "./view-activity.ts";
export { type CycleView, viewCycle } from "./view-cycle.ts";
export { type ThreadsView, viewThreads } from "./view-threads.ts";
export { withStrandNames } from "./with-strand-names.ts";
