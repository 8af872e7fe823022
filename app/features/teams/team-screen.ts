import type { SerializeFrom } from "@remix-run/node";
import type { TeamView } from "#server/teams/index.ts";

/** The team as the screen has it: dates are texts. */
export type Team = SerializeFrom<TeamView>;
