import * as Y from "yjs";
import * as z from "zod";
import { isThemeId } from "#content/agenda/index.ts";
import { templateOf } from "#content/guiding-questions/index.ts";
import { insertCycle, insertMeeting, insertPhaseDocument, insertPhaseEntry, linkStrandRow } from "#db/cycles/store.ts";
import { createDocument } from "#db/documents/create-document.ts";
import { isId, newId } from "#db/ids.ts";
import { projectPartOf } from "#db/projects/store.ts";
import { isStrand } from "#db/toolkit/store.ts";
import { dayOf, momentAt } from "#domain/calendar/brussels.ts";
import { STAGES } from "#domain/cycles/phases.ts";
import { CYCLE_LIMITS, NEED_OWNERS } from "#domain/cycles/words.ts";
import { SCHEMA_VERSION } from "#domain/documents/words.ts";
import { invalid } from "#domain/errors.ts";
import { LANGUAGES } from "#domain/people/words.ts";
import { actorId, type Context, transact, type Writing } from "#server/context.ts";
import { writeBlocks } from "#server/documents/index.ts";
import {
  oneOf,
  optionalDay,
  optionalOneOf,
  optionalText,
  parse,
  type Raw,
  requiredMoment,
  requiredText,
} from "#server/input.ts";
import { loadTeam } from "#server/teams/index.ts";
import { aboutCycle, announceCycle } from "./announce.ts";
import { loadCycle, lockCycle } from "./load-cycle.ts";
import { carePhase } from "./words-from-forms.ts";

export const startInput = z
  .object({
    teamId: requiredText(40),
    projectId: optionalText(40),
    parentId: optionalText(40),
    title: requiredText(CYCLE_LIMITS.title),
    need: requiredText(CYCLE_LIMITS.need),
    needOwner: oneOf(NEED_OWNERS),
    targetGroup: optionalText(CYCLE_LIMITS.targetGroup),
    carePhase,
    themeId: optionalText(60),
    endsOn: optionalDay,
    strandIds: z.array(z.string().max(60)).max(12, { error: "too-many" }).default([]),
    meetingAt: z.union([z.literal(""), requiredMoment]).optional(),
    /** The form is sent with an id of its own, so that a double submit starts one cycle. */
    cycleId: z.uuid({ error: "unknown-choice" }).optional(),
    language: optionalOneOf(LANGUAGES),
  })
  .superRefine((input, check) => {
    if (input.themeId !== "" && !isThemeId(input.themeId))
      check.addIssue({ code: "custom", path: ["themeId"], message: "unknown-choice" });
  });

/**
 * Starts a cycle: the row, its first phase entry (CP1) and the live document of every stage with its guiding questions,
 * all in one transaction, so that a document can never be made twice or be missing.
 *
 * @returns the id of the cycle; the same id when the same form is sent again.
 */
export async function startCycle(ctx: Context, raw: Raw): Promise<{ cycleId: string }> {
  const input = parse(startInput, raw);
  return transact(ctx, async (tx) => {
    const team = await loadTeam(tx, input.teamId, "startCycle");
    const part = isId(input.projectId) ? await projectPartOf(tx.db, input.projectId, team.team.id) : null;
    if (input.projectId && !part) throw invalid({ projectId: "unknown-choice" });
    if (input.parentId) await loadCycle(tx, input.parentId, "view");
    if (input.endsOn && input.endsOn < dayOf(tx.clock())) throw invalid({ endsOn: "in-the-past" });

    const cycleId = input.cycleId ?? newId();
    const now = tx.clock();
    const isNew = await insertCycle(tx.db, {
      id: cycleId,
      teamId: team.team.id,
      projectId: input.projectId || null,
      parentId: input.parentId || null,
      title: input.title,
      need: input.need,
      needOwner: input.needOwner,
      targetGroup: input.targetGroup,
      carePhase: input.carePhase,
      themeId: input.themeId || null,
      startsOn: dayOf(now),
      endsOn: input.endsOn,
      createdAt: now,
      createdBy: actorId(tx),
    });
    // Two sendings at the same moment: the second waited for the first one's commit, and finds its cycle here.
    if (!isNew) return { cycleId: (await loadCycle(tx, cycleId, "view")).cycle.id };
    await insertPhaseEntry(tx.db, { id: newId(), cycleId, from: null, to: "need", at: now, by: actorId(tx) });
    await createPhaseDocuments(tx, cycleId, input.language ?? "nl", part?.documentsAudience ?? "team");

    const scope = await lockCycle(tx, cycleId, "edit");
    tx.record({ type: "cycle.started", ...aboutCycle(scope), data: { title: input.title } });
    await linkStrands(tx, scope, input.strandIds);
    if (input.meetingAt) {
      const meeting = {
        id: newId(),
        cycleId,
        startsAt: momentAt(input.meetingAt),
        plannedAt: now,
        plannedBy: actorId(tx),
      };
      await insertMeeting(tx.db, meeting);
      tx.record({
        type: "cycle.meeting-planned",
        ...aboutCycle(scope),
        data: { startsAt: meeting.startsAt.toISOString() },
      });
    }
    announceCycle(tx, scope);
    return { cycleId };
  });
}

async function createPhaseDocuments(
  tx: Writing,
  cycleId: string,
  language: (typeof LANGUAGES)[number],
  audience: "team" | "coach",
): Promise<void> {
  for (const stage of STAGES) {
    const documentId = newId();
    const template = new Y.Doc();
    writeBlocks(template, templateOf(stage, language));
    await createDocument(tx.db, {
      id: documentId,
      kind: "phase",
      schemaVersion: SCHEMA_VERSION,
      update: Y.encodeStateAsUpdate(template),
      at: tx.clock(),
    });
    template.destroy();
    const sharedAt = audience === "coach" ? tx.clock() : null;
    await insertPhaseDocument(tx.db, { documentId, cycleId, stage, audience, sharedAt });
  }
}

async function linkStrands(
  tx: Writing,
  scope: Awaited<ReturnType<typeof lockCycle<"edit">>>,
  strandIds: readonly string[],
) {
  for (const strandId of new Set(strandIds)) {
    if (!(await isStrand(tx.db, strandId))) throw invalid({ strandIds: "unknown-choice" });
    await linkStrandRow(tx.db, scope, { strandId, linkedAt: tx.clock(), linkedBy: actorId(tx) });
    tx.record({ type: "cycle.strand-linked", ...aboutCycle(scope), data: { strandId } });
  }
}
