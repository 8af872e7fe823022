import * as Y from "yjs";
import { type Day, instant, isoDay } from "#content/demo/moments.ts";
import type { By, DemoCard, DemoCycle, DemoDocument, DemoMeeting, DemoThread } from "#content/demo/story.ts";
import { phaseDocumentsOf } from "#db/cycles/store.ts";
import { wallTimeOf } from "#domain/calendar/brussels.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import { addCard, changeCard } from "#server/cards/index.ts";
import { answerThread, resolveThread, startThread } from "#server/comments/index.ts";
import type { Context } from "#server/context.ts";
import {
  closeCycle,
  linkStrand,
  moveCycle,
  noteDecision,
  noteWriting,
  planMeeting,
  shareCards,
  shareDocument,
  startCycle,
} from "#server/cycles/index.ts";
import { findQuote } from "./find-quote.ts";
import type { Told } from "./tell-demo.ts";
import type { Timeline } from "./timeline.ts";
import { writePart } from "./write-part.ts";

/** Tells one cycle: its moves, what was written and by whom, the cards, the meetings and the conversations. */
export function tellCycle(timeline: Timeline, cycle: DemoCycle, told: Told, today: Date): void {
  const [start, ...moves] = cycle.moves;
  const cycleId = () => told.cycles.get(cycle.key) as string;
  const documents = new Map<Stage, string>();
  const cards = new Map<string, string>();

  timeline.add(start, async (ctx) => {
    const started = await startCycle(ctx, {
      teamId: told.teams.get(cycle.team),
      projectId: cycle.project ? told.projects.get(cycle.project) : "",
      parentId: cycle.parent ? told.cycles.get(cycle.parent) : "",
      title: cycle.title,
      need: cycle.need,
      needOwner: cycle.needOwner,
      targetGroup: cycle.targetGroup,
      carePhase: cycle.carePhase === null ? "" : String(cycle.carePhase),
      themeId: cycle.theme,
      endsOn: isoDay(today, cycle.endsOn),
    });
    told.cycles.set(cycle.key, started.cycleId);
    for (const { stage, documentId } of await phaseDocumentsOf(ctx.db, [started.cycleId]))
      documents.set(stage, documentId);
    await shareCards(ctx, { cycleId: started.cycleId, audience: cycle.cardsAudience });
  });
  for (const { to, why, ...by } of moves)
    timeline.add(by, (ctx) => moveCycle(ctx, { cycleId: cycleId(), to, why: why ?? "" }));
  for (const { strand, why, ...by } of cycle.strands)
    timeline.add(by, (ctx) => linkStrand(ctx, { cycleId: cycleId(), strandId: strand, why }));
  for (const [stage, document] of Object.entries(cycle.documents))
    tellDocument(timeline, stage as Stage, document, () => documents.get(stage as Stage) as string, cycleId);
  for (const card of cycle.cards) tellCard(timeline, card, cycleId, cards, today);
  for (const meeting of cycle.meetings) tellMeeting(timeline, meeting, cycleId, today);
  for (const thread of cycle.threads) tellThread(timeline, thread, cycleId, documents, cards);
  if (cycle.closed) timeline.add(cycle.closed, (ctx) => closeCycle(ctx, { cycleId: cycleId() }));
}

function tellMeeting(timeline: Timeline, meeting: DemoMeeting, cycleId: () => string, today: Date): void {
  const { planned, startsAt, purpose, decisions = [] } = meeting;
  let meetingId: string;
  timeline.add(planned, async (ctx) => {
    const moment = wallTimeOf(instant(today, startsAt));
    ({ meetingId } = await planMeeting(ctx, { cycleId: cycleId(), startsAt: moment, purpose }));
  });
  for (const what of decisions)
    timeline.add({ by: planned.by, at: startsAt }, (ctx) => noteDecision(ctx, { cycleId: cycleId(), meetingId, what }));
}

function tellDocument(
  timeline: Timeline,
  stage: Stage,
  document: DemoDocument,
  documentId: () => string,
  cycleId: () => string,
): void {
  for (const { audience, ...by } of document.sharing ?? [])
    timeline.add(by, (ctx) => shareDocument(ctx, { cycleId: cycleId(), stage, audience }));
  for (const { under, blocks, ...by } of document.parts)
    timeline.add(by, async (ctx) => {
      await ctx.live.editDocument(documentId(), writer(ctx), (text) => writePart(text, stage, under, blocks));
      await noteWriting(ctx, documentId());
      await ctx.live.keepVersions(documentId(), { reason: "sitting", by: null, at: ctx.clock() });
    });
}

const writer = (ctx: Context) => (ctx.actor.kind === "person" ? { personId: ctx.actor.id } : "system");

/** A field of a card: known from the start, a day, or what somebody filled in later. */
type DemoField = string | Day | (By & { is?: string; text?: string });

function tellCard(
  timeline: Timeline,
  card: DemoCard,
  cycleId: () => string,
  cards: Map<string, string>,
  today: Date,
): void {
  const { key, by, at, kind, title, ...rest } = card;
  const fields: Record<string, string | boolean> = {};
  const later: [By, Record<string, string | boolean>][] = [];
  for (const [name, value] of Object.entries(rest) as [string, DemoField][]) {
    if (typeof value === "string") fields[name] = value;
    else if ("by" in value) later.push([value, { [name]: value.is ?? value.text ?? true }]);
    else fields[name] = isoDay(today, value);
  }
  timeline.add({ by, at }, async (ctx) => {
    cards.set(key, (await addCard(ctx, { cycleId: cycleId(), kind, title, ...fields })).cardId);
  });
  later.forEach(([when, change], index) => {
    timeline.add(when, (ctx) => {
      Object.assign(fields, change);
      return changeCard(ctx, { cycleId: cycleId(), cardId: cards.get(key), version: index + 1, title, ...fields });
    });
  });
}

function tellThread(
  timeline: Timeline,
  thread: DemoThread,
  cycleId: () => string,
  documents: Map<Stage, string>,
  cards: Map<string, string>,
): void {
  let threadId: string;
  timeline.add(thread, async (ctx) => {
    const subject = await subjectOf(ctx, thread.on, documents, cards);
    const words = { body: thread.text, asksCoach: thread.asksCoach ?? false };
    threadId = (await startThread(ctx, { cycleId: cycleId(), ...subject, ...words })).threadId;
  });
  for (const { text, ...by } of thread.replies) timeline.add(by, (ctx) => answerThread(ctx, { threadId, body: text }));
  if (thread.resolved) timeline.add(thread.resolved, (ctx) => resolveThread(ctx, { threadId }));
}

async function subjectOf(
  ctx: Context,
  on: DemoThread["on"],
  documents: Map<Stage, string>,
  cards: Map<string, string>,
) {
  if (on === "cycle") return {};
  if ("card" in on) return { cardId: cards.get(on.card) };
  const documentId = documents.get(on.document) as string;
  const stored = await ctx.live.readDocument(documentId);
  const text = new Y.Doc();
  if (stored) Y.applyUpdate(text, stored.update);
  const anchor = findQuote(text, on.quote);
  text.destroy();
  if (!anchor) throw new Error(`the demo quotes words that are not there: ${on.quote}`);
  return { documentId, anchor, quotation: on.quote };
}
