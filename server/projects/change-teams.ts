import * as z from "zod";
import { isId, newId } from "#db/ids.ts";
import {
  endProjectTeam,
  insertProjectTeam,
  projectPeopleOf,
  setDocumentsAudience,
} from "#db/projects/participation.ts";
import { teamsWithSchool } from "#db/teams/store.ts";
import { AUDIENCES } from "#domain/cycles/words.ts";
import { conflict, invalid, notFound } from "#domain/errors.ts";
import { actorId, type Context, transact } from "#server/context.ts";
import { oneOf, parse, type Raw } from "#server/input.ts";
import { loadTeam } from "#server/teams/index.ts";
import { loadProject } from "./load-project.ts";

const which = z.object({ projectId: z.string(), teamId: z.string() });

/**
 * A team joins a project. Its documents stay with the team until the team itself decides otherwise; progress and cards
 * of the cycles that it places in the project become readable for the coach (product §6).
 */
export async function addProjectTeam(ctx: Context, raw: Raw): Promise<void> {
  const { projectId, teamId } = parse(which, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadProject(tx, projectId, "manage");
    const [team] = isId(teamId) ? await teamsWithSchool(tx.db, [teamId]) : [];
    if (!team) throw invalid({ teamId: "unknown-choice" });
    if (!(await insertProjectTeam(tx.db, scope, { id: newId(), teamId, joinedAt: tx.clock() })))
      throw conflict("already-in-project");
    tx.record({ type: "project.team-joined", projectId, teamId, data: { name: team.name, school: team.school.name } });
    tx.announce([`project:${projectId}`, `team:${teamId}`], [["team", teamId], ["overview"]]);
  });
}

/** A team leaves a project. Its work stays its own; coach and lead see it no longer. */
export async function removeProjectTeam(ctx: Context, raw: Raw): Promise<void> {
  const { projectId, teamId } = parse(which, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadProject(tx, projectId, "manage");
    const left = { at: tx.clock(), by: actorId(tx) };
    if (!isId(teamId) || !(await endProjectTeam(tx.db, scope, teamId, left))) throw notFound();
    tx.record({ type: "project.team-left", projectId, teamId });
    tx.announce([`project:${projectId}`, `team:${teamId}`], [["team", teamId], ["overview"]]);
    const outsiders = await projectPeopleOf(tx.db, [projectId]);
    for (const { personId } of outsiders) tx.recheck({ personId });
  });
}

/** The team decides what its coach reads of documents that are begun from now on. */
export async function chooseDocumentsAudience(ctx: Context, raw: Raw): Promise<void> {
  const { projectId, teamId, audience } = parse(which.extend({ audience: oneOf(AUDIENCES) }), raw);
  await transact(ctx, async (tx) => {
    const team = await loadTeam(tx, teamId, "startCycle");
    if (!isId(projectId) || !(await setDocumentsAudience(tx.db, projectId, team, audience))) throw notFound();
    tx.record({ type: "project.documents-audience-chosen", projectId, teamId, data: { audience } });
    tx.announce([`team:${teamId}`], [["team", teamId]]);
  });
}
