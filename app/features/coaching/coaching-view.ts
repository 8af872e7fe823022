import type { SerializeFrom } from "@remix-run/node";
import type { CoachingView } from "#server/overview/index.ts";

export type Coaching = SerializeFrom<CoachingView>;
export type CoachedTeam = Coaching["teams"][number];
export type CoachedCycle = CoachedTeam["cycles"][number];
