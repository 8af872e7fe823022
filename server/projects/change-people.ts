import * as z from "zod";
import { isId, newId } from "#db/ids.ts";
import { revokeInvitationsOf } from "#db/invitations/store.ts";
import { personExists } from "#db/people/belonging.ts";
import { endProjectPerson, insertProjectPerson } from "#db/projects/participation.ts";
import { conflict, invalid, notFound } from "#domain/errors.ts";
import { PROJECT_ROLES } from "#domain/people/words.ts";
import { actorId, type Context, transact, type Writing } from "#server/context.ts";
import { oneOf, parse, type Raw } from "#server/input.ts";
import { loadProject } from "./load-project.ts";

const input = z.object({ projectId: z.string(), personId: z.string(), role: oneOf(PROJECT_ROLES) });

/** Makes somebody lead or coach of a project. */
export async function addProjectPerson(ctx: Context, raw: Raw): Promise<void> {
  const { projectId, personId, role } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadProject(tx, projectId, "manage");
    if (!isId(personId) || !(await personExists(tx.db, personId))) throw invalid({ personId: "unknown-choice" });
    const person = { id: newId(), personId, role, startedAt: tx.clock() };
    if (!(await insertProjectPerson(tx.db, scope, person))) throw conflict("already-in-project");
    tx.record({ type: "project.person-added", projectId, data: { personId, role } });
    announceProject(tx, projectId, personId);
  });
}

/** Ends somebody's part in a project. A coach loses every document of its teams at once, also in open screens. */
export async function removeProjectPerson(ctx: Context, raw: Raw): Promise<void> {
  const { projectId, personId, role } = parse(input, raw);
  await transact(ctx, async (tx) => {
    const scope = await loadProject(tx, projectId, "manage");
    const ended = { at: tx.clock(), by: actorId(tx) };
    if (!isId(personId) || !(await endProjectPerson(tx.db, scope, { personId, role }, ended))) throw notFound();
    await revokeInvitationsOf(tx.db, personId, { projectId }, ended);
    tx.record({ type: "project.person-removed", projectId, data: { personId, role } });
    announceProject(tx, projectId, personId);
  });
}

function announceProject(tx: Writing, projectId: string, personId: string): void {
  tx.announce([`project:${projectId}`, `person:${personId}`], [["overview"]]);
  tx.recheck({ personId });
}
