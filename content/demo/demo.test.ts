import { describe, expect, test } from "vitest";
import { isThemeId } from "#content/agenda/index.ts";
import { linesOf } from "#content/blocks.ts";
import { filledTemplate, QUESTION_IDS } from "#content/guiding-questions/index.ts";
import { strandFacts } from "#content/toolkit/index.ts";
import { checkCard } from "#domain/cards/check-card.ts";
import { refuseMove, STAGES, type Stage, WHY_LIMIT } from "#domain/cycles/phases.ts";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { type By, type DemoCycle, type DemoThread, demoStory, instant, type PersonKey } from "./index.ts";
import type { Moment } from "./moments.ts";

const today = new Date("2026-11-21T10:00:00Z");
const story = demoStory(today);
const strandIds = new Set(strandFacts.map((strand) => strand.id));
const at = (moment: Moment) => instant(today, moment).getTime();
const inOrder = (moments: Moment[]) => moments.map(at).every((time, i, all) => i === 0 || time > (all[i - 1] ?? 0));

const everyCycle = story.cycles.map((cycle) => [cycle.key, cycle] as const);
const documentsOf = (cycle: DemoCycle) =>
  STAGES.flatMap((stage) => (cycle.documents[stage] ? [{ stage, ...cycle.documents[stage] }] : []));

/** Everything that somebody of the team did in a cycle: writing, moving, linking, planning, noting, ticking off. */
function workOf(cycle: DemoCycle): By[] {
  const later = cycle.cards.flatMap((card) => [
    ...("done" in card && card.done ? [card.done] : []),
    ...("verdict" in card && card.verdict ? [card.verdict] : []),
    ...("observation" in card && card.observation ? [card.observation] : []),
  ]);
  return [
    ...cycle.moves,
    ...cycle.strands,
    ...cycle.cards,
    ...later,
    ...cycle.meetings.map((meeting) => meeting.planned),
    ...documentsOf(cycle).flatMap(({ sharing, parts }) => [...(sharing ?? []), ...parts]),
    ...(cycle.closed ? [cycle.closed] : []),
  ];
}
const wordsOf = (thread: DemoThread): By[] => [
  thread,
  ...thread.replies,
  ...(thread.resolved ? [thread.resolved] : []),
];
/** Who besides the team could read a document at a moment: as chosen on joining, or as decided since. */
function audienceAt(cycle: DemoCycle, stage: Stage, moment: Moment) {
  const joining = cycle.project && story.projects[cycle.project].teams.find(({ team }) => team === cycle.team);
  const since = cycle.documents[stage]?.sharing?.filter((choice) => at(choice.at) < at(moment)) ?? [];
  return since.at(-1)?.audience ?? (joining ? joining.documentsAudience : "team");
}
const memberOf = (cycle: DemoCycle, person: PersonKey) =>
  story.teams[cycle.team].members.find((member) => member.person === person);

describe("the world", () => {
  test("has three full schools, three small ones, a support service and a knowledge centre", () => {
    const organisations = Object.values(story.organisations);
    expect(organisations.filter(({ kind }) => kind === "school")).toHaveLength(6);
    expect(organisations.filter(({ education }) => education === "buitengewoon")).toHaveLength(1);
    const numbers = organisations.flatMap(({ institutionNumber }) => institutionNumber ?? []);
    expect(new Set(numbers).size).toBe(6);
    for (const number of numbers) expect(number).toMatch(/^\d{6}$/);
  });

  test("gives every person an own address in a domain that cannot exist", () => {
    const addresses = Object.values(story.people).map(({ email }) => email);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[a-z]+\.[a-z]+@[a-z]+\.example$/);
    expect(story.people.anna.email).toBe("anna.verlinden@dekiem.example");
  });

  test("has ten demo sign-ins, numbered without a gap", () => {
    const orders = Object.values(story.people).flatMap(({ signIn }) => signIn?.order ?? []);
    expect(orders.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("has teams of people of their own school, each with one lead", () => {
    for (const team of Object.values(story.teams)) {
      expect(team.members.filter(({ role }) => role === "lead")).toHaveLength(1);
      for (const { person } of team.members) {
        expect(story.people[person].functions.map(({ organisation }) => organisation)).toContain(team.organisation);
      }
    }
  });

  test("lets the coach meet all six schools", () => {
    const schools = story.projects["wiser-together"].teams.map(({ team }) => story.teams[team].organisation);
    expect(new Set(schools).size).toBe(6);
    for (const { team } of story.projects["wiser-together"].teams) {
      expect(story.cycles.some((cycle) => cycle.team === team && cycle.project === "wiser-together")).toBe(true);
    }
  });

  test("links only strands and themes that exist", () => {
    const linked = story.cycles.flatMap((cycle) => [
      ...cycle.strands.map(({ strand }) => strand),
      ...cycle.cards.flatMap((card) => (card.kind === "source" && card.strand ? [card.strand] : [])),
    ]);
    for (const project of Object.values(story.projects)) {
      linked.push(...project.strands);
      for (const theme of project.themes) expect(isThemeId(theme)).toBe(true);
    }
    for (const strand of linked) expect([...strandIds]).toContain(strand);
    for (const cycle of story.cycles) expect(isThemeId(cycle.theme)).toBe(true);
  });

  test("uses every key once", () => {
    const keys = [
      ...story.visits.map(({ key }) => key),
      ...story.cycles.flatMap((cycle) => [
        cycle.key,
        ...[...cycle.cards, ...cycle.meetings, ...cycle.threads].map((x) => x.key),
      ]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe.each(everyCycle)("the cycle %s", (_key, cycle) => {
  const start = at(cycle.moves[0].at);
  const joined = story.projects[cycle.project ?? "wiser-together"].teams.find(
    ({ team }) => team === cycle.team,
  )?.joined;

  test("begins with the need, after its team joined the project and after its parent", () => {
    expect(cycle.moves[0].to).toBe("need");
    if (cycle.project) expect(at(joined?.at ?? cycle.moves[0].at)).toBeLessThan(start);
    for (const { by, at: moment } of cycle.moves) {
      expect(at(memberOf(cycle, by)?.since ?? moment)).toBeLessThan(at(moment));
    }
    if (cycle.parent) {
      const parent = story.cycles.find(({ key }) => key === cycle.parent);
      expect(story.cycles.indexOf(parent as DemoCycle)).toBeLessThan(story.cycles.indexOf(cycle));
      expect(at(parent?.moves[0].at as Moment)).toBeLessThan(start);
    }
  });

  test("moves in order, by the rules of the loop", () => {
    expect(inOrder(cycle.moves.map((move) => move.at))).toBe(true);
    let stage: Stage = "need";
    for (const move of cycle.moves.slice(1)) {
      expect(refuseMove({ stage, closed: false }, { to: move.to, why: move.why ?? "" })).toBeNull();
      stage = move.to;
    }
  });

  test("is worked on only by members of the team, after its start and before its end", () => {
    for (const { by, at: moment } of workOf(cycle)) {
      expect(["lead", "member"]).toContain(memberOf(cycle, by)?.role);
      expect(at(moment)).toBeGreaterThan(at(memberOf(cycle, by)?.since as Moment));
      expect(at(moment)).toBeGreaterThanOrEqual(start);
      expect(at(moment)).toBeLessThan(today.getTime());
      if (cycle.closed) expect(at(moment)).toBeLessThanOrEqual(at(cycle.closed.at));
    }
    if (cycle.closed) expect(memberOf(cycle, cycle.closed.by)?.role).toBe("lead");
  });

  test("has documents whose parts stand below a guiding question, written one after the other", () => {
    for (const { stage, parts, sharing } of documentsOf(cycle)) {
      const places: readonly string[] = [...QUESTION_IDS[stage], "end"];
      expect(inOrder(parts.map((part) => part.at))).toBe(true);
      for (const part of parts) {
        expect(places).toContain(part.under);
        for (const block of part.blocks) {
          if (block.kind === "table") for (const row of block.rows) expect(row).toHaveLength(block.header.length);
        }
      }
      expect(inOrder((sharing ?? []).map((choice) => choice.at))).toBe(true);
    }
  });

  test("has cards whose later news came later", () => {
    for (const card of cycle.cards) {
      if (card.kind === "action" && card.done) expect(at(card.done.at)).toBeGreaterThan(at(card.at));
      if (card.kind === "hypothesis" && card.verdict) expect(at(card.verdict.at)).toBeGreaterThan(at(card.at));
      if (card.kind === "trial" && card.observation) expect(at(card.observation.at)).toBeGreaterThan(at(card.at));
    }
    for (const meeting of cycle.meetings) {
      expect(at(meeting.planned.at)).toBeLessThan(at(meeting.startsAt));
      if (meeting.decisions) expect(at(meeting.startsAt)).toBeLessThan(today.getTime());
    }
    expect(cycle.meetings.filter((meeting) => at(meeting.startsAt) > today.getTime()).length).toBeLessThanOrEqual(1);
  });

  test("has conversations in order, between people who may read what they talk about", () => {
    for (const thread of cycle.threads) {
      expect(inOrder(wordsOf(thread).map((word) => word.at))).toBe(true);
      const { on } = thread;
      const subject =
        on === "cycle"
          ? { at: cycle.moves[0].at, audience: cycle.cardsAudience }
          : "card" in on
            ? { at: cycle.cards.find(({ key }) => key === on.card)?.at, audience: cycle.cardsAudience }
            : { at: partWith(cycle, on)?.at, audience: audienceAt(cycle, on.document, thread.at) };
      expect(subject.at).toBeDefined();
      expect(at(thread.at)).toBeGreaterThan(at(subject.at as Moment));
      for (const { by } of wordsOf(thread)) {
        const coach = story.projects[cycle.project ?? "wiser-together"].people.some(
          (person) => person.person === by && person.role === "coach",
        );
        if (!memberOf(cycle, by)) {
          expect({ by, coach: coach && cycle.project !== null, audience: subject.audience }).toEqual({
            by,
            coach: true,
            audience: "coach",
          });
        }
      }
    }
  });

  test("quotes words that stand exactly once in the document", () => {
    for (const { on } of cycle.threads) {
      if (on === "cycle" || "card" in on) continue;
      const lines = filledTemplate(on.document, "nl", cycle.documents[on.document]?.parts ?? []).flatMap(linesOf);
      expect(lines.join("\n").split(on.quote)).toHaveLength(2);
    }
  });

  test("keeps within the lengths of the product", () => {
    expect(cycle.title.length).toBeLessThanOrEqual(CYCLE_LIMITS.title);
    expect(cycle.need.length).toBeLessThanOrEqual(CYCLE_LIMITS.need);
    expect(cycle.targetGroup.length).toBeLessThanOrEqual(CYCLE_LIMITS.targetGroup);
    for (const move of cycle.moves) expect(move.why?.length ?? 0).toBeLessThanOrEqual(WHY_LIMIT);
    for (const meeting of cycle.meetings)
      expect(meeting.purpose.length).toBeLessThanOrEqual(CYCLE_LIMITS.meetingPurpose);
    for (const card of cycle.cards) {
      const { key: _key, by: _by, at: _at, kind, ...fields } = card;
      const typed = Object.entries(fields).filter(([, value]) => typeof value === "string");
      expect(checkCard(kind, Object.fromEntries(typed))).toMatchObject({ ok: true });
    }
  });
});

function partWith(cycle: DemoCycle, on: { document: Stage; quote: string }) {
  return cycle.documents[on.document]?.parts.find((part) =>
    part.blocks.flatMap(linesOf).some((line) => line.includes(on.quote)),
  );
}

describe("the visits", () => {
  test("are made by a coach to a team of the same project, about a cycle of that team", () => {
    for (const visit of story.visits) {
      const project = story.projects[visit.project];
      expect(project.people).toContainEqual(expect.objectContaining({ person: visit.coach, role: "coach" }));
      expect(project.teams.map(({ team }) => team)).toContain(visit.team);
      expect(story.cycles.find(({ key }) => key === visit.cycle)).toMatchObject({
        team: visit.team,
        project: visit.project,
      });
      expect(at(visit.planned)).toBeLessThan(at(visit.startsAt));
      expect(visit.held !== undefined).toBe(at(visit.startsAt) < today.getTime());
      for (const step of visit.steps ?? []) {
        if (step.done) expect(at(step.done.at)).toBeGreaterThan(at(visit.held ?? visit.startsAt));
      }
    }
    expect(story.visits.filter(({ held }) => !held).length).toBeGreaterThan(0);
    expect(story.visits.filter(({ held, steps }) => held && steps?.length).length).toBeGreaterThan(0);
  });
});

describe("the story as a whole", () => {
  test("shows every situation that a newcomer should meet", () => {
    const stages = story.cycles.map((cycle) => cycle.moves.at(-1)?.to);
    expect(new Set(stages)).toEqual(new Set(STAGES));
    const back = story.cycles.filter((cycle) => cycle.moves.some((move, i) => i > 0 && move.to === "need"));
    expect(back.map(({ key }) => key)).toEqual(["useful-feedback"]);
    const latest = (cycle: DemoCycle) =>
      Math.max(...[...workOf(cycle), ...cycle.threads.flatMap(wordsOf)].map((work) => at(work.at)));
    const sixWeeks = 42 * 86_400_000;
    const quiet = story.cycles.filter((cycle) => !cycle.closed && today.getTime() - latest(cycle) >= sixWeeks);
    expect(quiet.map(({ key }) => key)).toEqual(["homework"]);
    const waiting = story.cycles.flatMap(({ threads }) => threads).filter((x) => x.asksCoach && x.replies.length === 0);
    expect(waiting).toHaveLength(1);
    const private_ = story.cycles.filter(
      (c) => c.project === "wiser-together" && audienceAt(c, "need", { daysAgo: 1, time: "23:00" }) === "team",
    );
    expect(private_.map(({ key }) => key)).toEqual(["buddies"]);
  });

  test("tells the finished cycle at length, and no document at more length than one reads at a table", () => {
    const finished = story.cycles.find(({ key }) => key === "long-texts") as DemoCycle;
    for (const stage of STAGES) {
      const blocks = finished.documents[stage]?.parts.flatMap((part) => part.blocks) ?? [];
      const prose = blocks.filter((block) => block.kind !== "table").flatMap(linesOf);
      const words = prose.join(" ").split(/\s+/).length;
      expect([stage, words, words >= 150 && words <= 380]).toEqual([stage, words, true]);
    }
  });
});
