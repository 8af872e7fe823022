import * as z from "zod";
import { newId } from "#db/ids.ts";
import { insertTeam } from "#db/teams/store.ts";
import { invalid } from "#domain/errors.ts";
import { type Context, transact } from "#server/context.ts";
import { parse, type Raw, requiredText } from "#server/input.ts";
import { loadOrganisation } from "#server/organisations/index.ts";

const input = z.object({ organisationId: z.string(), name: requiredText(120) });

/** Adds a team to a school. */
export async function addTeam(ctx: Context, raw: Raw): Promise<{ teamId: string }> {
  const { organisationId, name } = parse(input, raw);
  return transact(ctx, async (tx) => {
    await loadOrganisation(tx, organisationId, "manage");
    const teamId = newId();
    if (!(await insertTeam(tx.db, { id: teamId, organisationId, name, createdAt: tx.clock() })))
      throw invalid({ name: "taken" });
    tx.record({ type: "team.added", organisationId, teamId, data: { name } });
    return { teamId };
  });
}
