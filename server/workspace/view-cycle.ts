import { binnedCardsOf } from "#db/cards/bin.ts";
import { cardsOf } from "#db/cards/store.ts";
import { decisionsOf } from "#db/cycles/decisions.ts";
import type { CycleScope } from "#db/cycles/scope.ts";
import { meetingsOf, phaseDocumentsOf, phaseEntriesOf, strandLinksOf } from "#db/cycles/store.ts";
import { openRemovalsOf } from "#db/documents/removals.ts";
import { namesOf } from "#db/people/names.ts";
import { projectPeopleOf } from "#db/projects/participation.ts";
import { projectNames } from "#db/projects/store.ts";
import { membersOf, teamsWithSchool } from "#db/teams/store.ts";
import { strandsWithFigures } from "#db/toolkit/store.ts";
import { abilities, cyclePolicy, documentPolicy } from "#domain/access/policies.ts";
import { STAGES } from "#domain/cycles/phases.ts";
import type { Language } from "#domain/people/words.ts";
import { actingPerson, type Context } from "#server/context.ts";
import { loadCycle } from "#server/cycles/index.ts";

export type CycleView = Awaited<ReturnType<typeof viewCycle>>;

/** Everything that the screen of a cycle shows besides its live text, its conversations and its activity list. */
export async function viewCycle(ctx: Context, cycleId: unknown, language: Language) {
  const scope = await loadCycle(ctx, cycleId, "view");
  const { cycle } = scope;
  const can = abilities(cyclePolicy, scope.who, scope);
  const [entries, documents, meetings, links, cards, bin, decisions, members, [team], projects, projectPeople] =
    await Promise.all([
      phaseEntriesOf(ctx.db, [cycle.id]),
      phaseDocumentsOf(ctx.db, [cycle.id]),
      meetingsOf(ctx.db, [cycle.id]),
      strandLinksOf(ctx.db, [cycle.id]),
      can.readCards ? cardsOf(ctx.db, [cycle.id]) : [],
      can.edit ? binnedCardsOf(ctx.db, cycle.id, ctx.clock()) : [],
      can.readCards ? decisionsOf(ctx.db, cycle.id) : [],
      // A project lead reads of progress; who is in the team is not part of it (rule AC4).
      scope.who.team || scope.who.schoolLeader || scope.who.coach ? membersOf(ctx.db, [cycle.teamId]) : [],
      teamsWithSchool(ctx.db, [cycle.teamId]),
      projectNames(ctx.db, cycle.projectId ? [cycle.projectId] : []),
      projectPeopleOf(ctx.db, cycle.projectId ? [cycle.projectId] : []),
    ]);
  const strands = await strandsWithFigures(
    ctx.db,
    language,
    links.map((link) => link.strandId),
  );
  // The notice about removed text is the team's.
  const removals = scope.who.team
    ? await openRemovalsOf(
        ctx.db,
        documents.map(({ documentId }) => documentId),
      )
    : [];
  const names = await namesOf(ctx.db, [
    ...removals.map((removal) => removal.removedBy),
    ...entries.map((entry) => entry.by),
    ...links.map((link) => link.linkedBy),
    ...cards.map((card) => card.changedBy),
  ]);
  const nameOf = (id: string | null) => (id && names.get(id)) || null;

  return {
    viewerId: actingPerson(ctx),
    inTeam: scope.who.team !== null,
    coach: scope.who.coach,
    cycle: aboutIt(scope),
    stage: scope.stage,
    team: { id: cycle.teamId, name: team?.name ?? "", school: team?.school.name ?? "" },
    project: projects[0] ?? null,
    coaches: projectPeople.filter(({ role }) => role === "coach").map(({ personId, name }) => ({ id: personId, name })),
    entries: entries.map((entry) => ({
      from: entry.from,
      to: entry.to,
      why: entry.why,
      at: entry.at,
      by: nameOf(entry.by),
    })),
    stages: STAGES.map((stage) => {
      const { document } = stageView(scope, stage, documents);
      const removal = removals.find(({ documentId }) => documentId === document?.id);
      const notice = removal && {
        versionId: removal.versionId,
        at: removal.removedAt,
        by: nameOf(removal.removedBy),
      };
      return { stage, document: document && { ...document, removal: notice ?? null } };
    }),
    strands: links.flatMap((link) => {
      const strand = strands.find(({ id }) => id === link.strandId);
      return strand ? [{ ...strand, why: link.why, linkedAt: link.linkedAt, linkedBy: nameOf(link.linkedBy) }] : [];
    }),
    cards: cards.map((card) => ({
      id: card.id,
      kind: card.kind,
      title: card.title,
      content: card.content,
      version: card.version,
      changedAt: card.changedAt,
      changedBy: nameOf(card.changedBy),
    })),
    /** Cards that were taken away and can still be put back, for who may put them there. */
    bin: bin.map(({ id, title, until }) => ({ id, title, until })),
    meetings: meetings.map(({ id, startsAt, purpose }) => ({
      id,
      startsAt,
      purpose,
      // What was decided is the team's work, and read like its cards (rules AC3 to AC5).
      decisions: decisions.filter((decision) => decision.meetingId === id),
    })),
    members: members.map(({ personId, name, role }) => ({ id: personId, name, role })),
    can,
  };
}

function aboutIt({ cycle, closed, cardsAudience }: CycleScope) {
  const { id, title, need, needOwner, targetGroup, carePhase, themeId, startsOn, endsOn, version, parentId } = cycle;
  return {
    ...{ id, title, need, needOwner, targetGroup, carePhase, themeId, startsOn, endsOn, version, parentId },
    ...{ closed, cardsAudience },
  };
}

/** A document that the viewer may not read is not named: there is a page, and the team keeps it to itself. */
function stageView(
  scope: CycleScope,
  stage: (typeof STAGES)[number],
  documents: Awaited<ReturnType<typeof phaseDocumentsOf>>,
) {
  const document = documents.find((candidate) => candidate.stage === stage);
  if (!document) return { stage, document: null };
  const can = abilities(documentPolicy, scope.who, scope, document);
  return { stage, document: can.read ? { id: document.documentId, audience: document.audience, can } : null };
}
