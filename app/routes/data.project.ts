import { json } from "@remix-run/node";
import { answerProject } from "#app/features/projects/answer-project.server.ts";
import { loaderOf } from "#app/session/route.server.ts";

export const loader = loaderOf(async ({ ctx, params }) => json(await answerProject(ctx, params.projectId)));
