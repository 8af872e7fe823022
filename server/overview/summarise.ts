import { lastActivityOf } from "#db/activity/readings.ts";
import { cardsOf } from "#db/cards/store.ts";
import { commentsOf, threadsOf } from "#db/cards/threads.ts";
import type { CycleScope } from "#db/cycles/scope.ts";
import { meetingsOf, phaseDocumentsOf, phaseEntriesOf, strandLinksOf } from "#db/cycles/store.ts";
import { projectNames } from "#db/projects/store.ts";
import { membersOf, teamsWithSchool } from "#db/teams/store.ts";
import { cyclePolicy } from "#domain/access/policies.ts";
import { dayOf, daysUntil } from "#domain/calendar/brussels.ts";
import { CARD_KINDS, type CardKindName } from "#domain/cards/kinds.ts";
import { triangulate } from "#domain/cards/triangulation.ts";
import { nextStep } from "#domain/cycles/next-step.ts";
import { readableThreads } from "#server/comments/index.ts";
import type { Context } from "#server/context.ts";

export type CycleSummary = Awaited<ReturnType<typeof summarise>>[number];

const DAY_MS = 86_400_000;

/**
 * What an overview says of each cycle in one line or one card: where it is, when the team meets, who was heard, what
 * waits. Read for many cycles with a fixed number of queries.
 */
export async function summarise(ctx: Context, scopes: readonly CycleScope[]) {
  const ids = scopes.map(({ cycle }) => cycle.id);
  const teamIds = [...new Set(scopes.map(({ cycle }) => cycle.teamId))];
  if (ids.length === 0) return [];
  const [entries, meetings, links, cards, threads, teams, members, last, projects, documents] = await Promise.all([
    phaseEntriesOf(ctx.db, ids),
    meetingsOf(ctx.db, ids),
    strandLinksOf(ctx.db, ids),
    cardsOf(ctx.db, ids),
    threadsOf(ctx.db, ids),
    teamsWithSchool(ctx.db, teamIds),
    membersOf(ctx.db, teamIds),
    lastActivityOf(ctx.db, ids),
    projectNames(ctx.db, [...new Set(scopes.flatMap(({ cycle }) => cycle.projectId ?? []))]),
    phaseDocumentsOf(ctx.db, ids),
  ]);
  const open = threads.filter((thread) => thread.resolvedAt === null);
  const comments = await commentsOf(
    ctx.db,
    open.map((thread) => thread.id),
  );
  const now = ctx.clock();

  return scopes.map((scope) => {
    const { cycle, stage, who } = scope;
    const own = <Row extends { cycleId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.cycleId === cycle.id);
    const team = teams.find((candidate) => candidate.id === cycle.teamId);
    const teamPeople = new Set(members.filter((member) => member.teamId === cycle.teamId).map((m) => m.personId));
    const coming = own(meetings).filter((meeting) => meeting.startsAt >= now);
    const nextMeeting = coming.at(-1) ?? null;
    const readsCards = cyclePolicy.readCards(who, scope);
    const ownCards = readsCards ? own(cards) : [];
    const heard = triangulate(ownCards.filter((card) => card.kind === "source").map((card) => card.content));
    const lastWord = (threadId: string) => comments.filter((comment) => comment.threadId === threadId).at(-1);
    const readable = own(open).filter(readableThreads(scope, own(documents), own(cards)));
    const waiting = readable.map((thread) => ({ ...thread, last: lastWord(thread.id) }));
    const waitsForTeam = waiting.filter(({ last: word }) => word && !teamPeople.has(word.by ?? ""));
    const waitsForCoach = waiting.filter(
      (thread) => thread.asksCoach && thread.last && teamPeople.has(thread.last.by ?? ""),
    );
    const placeOf = (thread: (typeof waiting)[number]) => {
      const card = ownCards.find(({ id }) => id === thread.cardId);
      const document = documents.find(({ documentId }) => documentId === thread.documentId);
      const at = card ? CARD_KINDS[card.kind as CardKindName].stage : (document?.stage ?? null);
      return { stage: at, cardId: thread.cardId };
    };
    const newestLog = ownCards.filter((card) => card.kind === "log").at(-1);

    return {
      id: cycle.id,
      title: cycle.title,
      need: cycle.need,
      stage,
      closed: scope.closed,
      moves: own(entries).map(({ from, to, at }) => ({ from, to, at })),
      team: {
        id: cycle.teamId,
        name: team?.name ?? "",
        school: team?.school.name ?? "",
        levels: team?.school.levels ?? [],
      },
      project: projects.find((project) => project.id === cycle.projectId) ?? null,
      inTeam: who.team !== null,
      role: who.team,
      strandIds: own(links).map((link) => link.strandId),
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      nextMeeting: nextMeeting && { startsAt: nextMeeting.startsAt, purpose: nextMeeting.purpose },
      lastActivityAt: last.get(cycle.id) ?? null,
      heard: readsCards ? { perspectives: heard.perspectives, kinds: heard.kinds } : null,
      openDecision: stage === "evaluate" && readsCards && !ownCards.some((card) => card.kind === "decision"),
      baselineMissing: stage === "implement" && readsCards && !ownCards.some((card) => card.kind === "signal"),
      waitsForTeam: waitsForTeam.length,
      /** Where the first question that waits for the team is asked: beside which document or card, or the whole cycle. */
      waitsAt: waitsForTeam[0] ? placeOf(waitsForTeam[0]) : null,
      questions: waitsForCoach.map((thread) => ({
        threadId: thread.id,
        askedAt: thread.startedAt,
        body: thread.last?.body ?? "",
        at: placeOf(thread),
      })),
      nextStep: nextStep({
        stage,
        waitingQuestion: waitsForTeam.length > 0,
        daysToMeeting: nextMeeting && daysUntil(dayOf(nextMeeting.startsAt), now),
        cards: countByKind(ownCards),
        missingKinds: heard.missingKinds.length,
        missingPerspectives: heard.missingPerspectives.length,
        daysSinceLog: newestLog ? Math.floor((now.getTime() - newestLog.createdAt.getTime()) / DAY_MS) : null,
      }),
    };
  });
}

function countByKind(cards: readonly { kind: string }[]): Partial<Record<CardKindName, number>> {
  const counts: Partial<Record<CardKindName, number>> = {};
  for (const { kind } of cards) counts[kind as CardKindName] = (counts[kind as CardKindName] ?? 0) + 1;
  return counts;
}
