import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { wallTimeOf } from "#domain/calendar/brussels.ts";
import { moveCycle, startCycle } from "#server/cycles/index.ts";
import { viewCoaching } from "#server/overview/index.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addProjectRow,
  addTeamRow,
  makeProjectPerson,
  makeTeamMember,
  type TestContext,
  testContext,
} from "#tests/support/people.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { holdVisit, planVisit, viewVisit } from "./index.ts";

let database: TestDatabase;
let ctx: TestContext;
let [lien, celine, stijn, teamId, projectId, cycleId] = ["", "", "", "", "", ""];

beforeAll(async () => {
  database = await testDatabase();
  const { db, sql } = database;
  ctx = testContext(db);
  const school = await addOrganisationRow(db, "De Kiem");
  teamId = await addTeamRow(db, school, "Derde leerjaar");
  projectId = await addProjectRow(db, school, "Samen wijzer");
  lien = await addPersonRow(db, "Lien Bogaert");
  celine = await addPersonRow(db, "Celine Rosseel");
  stijn = await addPersonRow(db, "Stijn Peeters");
  await makeTeamMember(db, lien, teamId, "lead");
  for (const coach of [celine, stijn]) await makeProjectPerson(db, coach, projectId, "coach");
  await sql`insert into project_teams (id, project_id, team_id, joined_at)
    values (${newId()}, ${projectId}, ${teamId}, now())`;
  const begin = { teamId, projectId, title: "Huiswerk", need: "Taken komen onaf terug.", needOwner: "pupils" };
  ({ cycleId } = await startCycle(ctx.as(lien), begin));
});
afterAll(() => database?.close());

const HOUR = 60;
const visitOf = async (coach: string, inMinutes: number) => {
  const startsAt = wallTimeOf(new Date(ctx.clock().getTime() + inMinutes * 60_000));
  return (await planVisit(ctx.as(coach), { projectId, teamId, cycleId, startsAt })).visitId;
};

test("a brief tells what others did since this coach was there; a colleague's visit and a later one do not shorten it", async () => {
  const first = await visitOf(celine, HOUR);
  ctx.wait(HOUR);
  await holdVisit(ctx.as(celine), { visitId: first });
  const celineWasThere = ctx.clock();
  ctx.wait(HOUR);
  await moveCycle(ctx.as(lien), { cycleId, to: "sources", why: "" });
  const colleague = await visitOf(stijn, HOUR);
  const next = await visitOf(celine, 2 * HOUR);
  const last = await visitOf(celine, 3 * HOUR);
  ctx.wait(4 * HOUR);
  await holdVisit(ctx.as(stijn), { visitId: colleague });
  await holdVisit(ctx.as(celine), { visitId: last });

  const { lastVisitAt, brief } = await viewVisit(ctx.as(celine), next);
  expect(lastVisitAt).toEqual(celineWasThere);
  expect(brief.map(({ type }) => type)).toEqual(["visit.held", "visit.planned", "cycle.moved"]);
  const listed = (await viewCoaching(ctx.as(celine))).visits.find(({ id }) => id === next);
  expect(listed?.lastVisitAt).toEqual(celineWasThere);
  expect(listed?.brief.map(({ by }) => by)).toEqual(["Stijn Peeters", "Stijn Peeters", "Lien Bogaert"]);
});

test("a visit that is planned shows on the open page of the team", async () => {
  const told: (readonly string[])[] = [];
  const live = {
    ...ctx.live,
    publish: (_: readonly string[], keys: readonly (readonly string[])[]) => void told.push(...keys),
  };
  const startsAt = wallTimeOf(new Date(ctx.clock().getTime() + HOUR * 60_000));
  await planVisit({ ...ctx.as(celine), live }, { projectId, teamId, startsAt });
  expect(told).toContainEqual(["team", teamId]);
});

test("the team hears of it when what a coach wrote for it changes later, and of nothing that she keeps to herself", async () => {
  const visitId = await visitOf(celine, HOUR);
  ctx.wait(HOUR);
  const told = async () => {
    const rows = await database.sql`select type from events where cycle_id = ${cycleId} order by id desc limit 2`;
    return rows.map(({ type }) => type);
  };
  const write = (notesToSelf: string, notesToTeam: string) =>
    holdVisit(ctx.as(celine), { visitId, notesToSelf, notesToTeam });
  await write("", "Mooi begin.");
  await write("Nog bellen.", "Mooi begin.");
  expect(await told()).toEqual(["visit.held", "visit.planned"]);
  await write("Nog bellen.", "Mooi begin. Volgende keer kijken we samen.");
  expect(await told()).toEqual(["visit.notes-changed", "visit.held"]);
});
