import * as z from "zod";
import { isThemeId } from "#content/agenda/index.ts";
import { isId, newId } from "#db/ids.ts";
import { organisationsByName } from "#db/organisations/store.ts";
import { insertProject, programmeOf } from "#db/projects/store.ts";
import { isStrand } from "#db/toolkit/store.ts";
import { invalid } from "#domain/errors.ts";
import { type Context, transact, type Writing } from "#server/context.ts";
import { optionalText, parse, type Raw, requiredDay, requiredText } from "#server/input.ts";
import { permitOnPlatform } from "#server/platform/index.ts";

/** A group of checkboxes sends nothing, one text, or a list. */
const list = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(60)).max(40, { error: "too-many" }),
);

const input = z.object({
  programmeId: requiredText(40),
  applicantId: requiredText(40),
  name: requiredText(160),
  summary: optionalText(2_000),
  startsOn: requiredDay,
  endsOn: requiredDay,
  themeIds: list,
  strandIds: list,
});

/** Adds a project to a programme. Its leads, coaches and teams are added afterwards. */
export async function addProject(ctx: Context, raw: Raw): Promise<{ projectId: string }> {
  const { strandIds, ...project } = parse(input, raw);
  if (project.endsOn < project.startsOn) throw invalid({ endsOn: "before-start" });
  if (!project.themeIds.every(isThemeId)) throw invalid({ themeIds: "unknown-choice" });
  return transact(ctx, async (tx) => {
    await permitOnPlatform(tx, "manage");
    await checkReferences(tx, project, strandIds);
    const projectId = newId();
    await insertProject(tx.db, { id: projectId, ...project, createdAt: tx.clock() }, [...new Set(strandIds)]);
    tx.record({
      type: "project.added",
      projectId,
      organisationId: project.applicantId,
      data: { name: project.name },
    });
    return { projectId };
  });
}

async function checkReferences(
  tx: Writing,
  project: { programmeId: string; applicantId: string },
  strandIds: readonly string[],
): Promise<void> {
  const programme = isId(project.programmeId) ? await programmeOf(tx.db, project.programmeId) : null;
  if (!programme) throw invalid({ programmeId: "unknown-choice" });
  const [applicant] = isId(project.applicantId) ? await organisationsByName(tx.db, [project.applicantId]) : [];
  if (!applicant) throw invalid({ applicantId: "unknown-choice" });
  for (const strandId of strandIds)
    if (!(await isStrand(tx.db, strandId))) throw invalid({ strandIds: "unknown-choice" });
}
