import { json } from "@remix-run/node";
import { answerTeam } from "#app/features/teams/answer-team.server.ts";
import { loaderOf } from "#app/session/route.server.ts";

export const loader = loaderOf(async ({ ctx, params }) => json(await answerTeam(ctx, params.teamId)));
