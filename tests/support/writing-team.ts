import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import * as Y from "yjs";
import { phaseDocumentOf } from "#db/cycles/store.ts";
import { createDocumentLog, type DocumentLog } from "#db/documents/log.ts";
import { newId } from "#db/ids.ts";
import { projectTeams } from "#db/projects/tables.ts";
import { textOf } from "#domain/documents/content.ts";
import { ROOT } from "#domain/documents/words.ts";
import { compactDocument } from "#realtime/index.ts";
import type { Context } from "#server/context.ts";
import { startCycle } from "#server/cycles/index.ts";
import { viewHistory } from "#server/history/index.ts";
import { liveServices } from "./live-services.ts";
import {
  addOrganisationRow,
  addPersonRow,
  addProjectRow,
  addTeamRow,
  makeMember,
  makeProjectPerson,
  makeTeamMember,
} from "./people.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";

const NAMES = {
  /** Leads the team; Bram is a member, Rik reads. */
  anna: "Anna Wouters",
  bram: "Bram Claes",
  rik: "Rik Maes",
  /** Coach and lead of the project. */
  celine: "Celine Bos",
  dirk: "Dirk Aerts",
  /** Leads a team of another school. */
  gert: "Gert Jacobs",
};
export type Somebody = keyof typeof NAMES;

/** A team with a coach, and for each test a fresh cycle in whose first document people write as their editors would. */
export function writingTeam() {
  const who = { ...NAMES };
  const w = {
    database: undefined as unknown as TestDatabase,
    services: undefined as unknown as ReturnType<typeof liveServices>,
    log: undefined as unknown as DocumentLog,
    cycleId: "",
    documentId: "",
    /** The document as addresses name it. */
    where: { cycleId: "", stage: "need" },

    as: (person: Somebody): Context => ({ ...w.services, actor: { kind: "person", id: who[person] } }),

    /** What somebody does in the text goes to the log as their client would send it, so many minutes ago. */
    async write(person: Somebody, change: (root: Y.XmlFragment) => void, minutesAgo = 0): Promise<void> {
      const stored = (await w.log.open(w.documentId))!;
      const document = new Y.Doc();
      const updates = stored.rows.flatMap(({ entries }) => entries.map(({ update }) => update));
      for (const update of stored.snapshot ? [stored.snapshot.state, ...updates] : updates)
        Y.applyUpdate(document, update);
      const made: Uint8Array[] = [];
      document.on("update", (update: Uint8Array) => made.push(update));
      document.transact(() => change(document.getXmlFragment(ROOT)));
      const sent = { sessionId: randomUUID(), sequence: 1 };
      const entries = made.map((update) => ({ personId: who[person], sent, update }));
      const row = { documentId: w.documentId, expectedSeq: stored.lastSeq, entries, newOwners: [] };
      expect((await w.log.append([row])).size).toBe(1);
      await w.database.sql`
        update document_updates set created_at = now() - make_interval(mins => ${minutesAgo})
        where document_id = ${w.documentId} and seq = ${stored.lastSeq + 1}`;
    },

    keep: () => w.services.live.keepVersions(w.documentId),
    compact: () => compactDocument(w.log, w.documentId),
    /** So many minutes pass, for a document whose rows compaction has taken. */
    laterOn: (minutes: number) => w.database.sql`
      update document_history_marks set wrote_at = wrote_at - make_interval(mins => ${minutes})
      where document_id = ${w.documentId}`,

    history: (person: Somebody = "anna") => viewHistory(w.as(person), w.where),
    /** Without the beginning, which comes with the first version (HV4). */
    async kept(person?: Somebody) {
      return (await w.history(person)).versions.filter(({ reason }) => reason !== "begun");
    },
    reasons: async () => (await w.kept()).map(({ reason }) => reason),
    text: async () => textOf((await w.services.live.readContent(w.documentId))!.content),
  };

  beforeAll(async () => {
    w.database = await testDatabase();
    w.services = liveServices(w.database);
    w.log = createDocumentLog(w.database.sql);
    const { db } = w.database;
    const school = await addOrganisationRow(db, "De Kiem");
    const other = await addOrganisationRow(db, "Atheneum");
    const centre = await addOrganisationRow(db, "Kenniscentrum", "knowledge-centre");
    const teamId = await addTeamRow(db, school, "Derde graad");
    const elsewhere = await addTeamRow(db, other, "Feedback");
    const projectId = await addProjectRow(db, centre, "Samen wijzer");
    await db.insert(projectTeams).values({ id: newId(), projectId, teamId, joinedAt: new Date("2026-09-01") });
    for (const [key, name] of Object.entries(NAMES)) who[key as Somebody] = await addPersonRow(db, name);
    for (const key of ["anna", "bram", "rik"] as const) await makeMember(db, who[key], school, "teacher");
    await makeTeamMember(db, who.anna, teamId, "lead");
    await makeTeamMember(db, who.bram, teamId, "member");
    await makeTeamMember(db, who.rik, teamId, "reader");
    await makeMember(db, who.gert, other, "teacher");
    await makeTeamMember(db, who.gert, elsewhere, "lead");
    await makeProjectPerson(db, who.celine, projectId, "coach");
    await makeProjectPerson(db, who.dirk, projectId, "lead");
    begin = async () => {
      const form = { teamId, projectId, title: "Samen lezen", need: "Kinderen lezen weinig.", needOwner: "pupils" };
      w.cycleId = (await startCycle(w.as("anna"), form)).cycleId;
      w.where = { cycleId: w.cycleId, stage: "need" };
      w.documentId = (await phaseDocumentOf(db, w.cycleId, "need"))!.documentId;
    };
  });
  let begin: () => Promise<void>;
  beforeEach(() => begin());
  afterAll(async () => {
    await w.services.stop();
    await w.database.close();
  });
  return w;
}

/** A paragraph with these words at the end of a text. */
export const add = (text: string) => (root: Y.XmlFragment) => {
  const element = new Y.XmlElement("paragraph");
  const content = new Y.XmlText();
  content.insert(0, text);
  element.insert(0, [content]);
  root.insert(root.length, [element]);
};
export const wipe = (root: Y.XmlFragment): void => root.delete(0, root.length);

/** How some work was refused, or "allowed". */
export const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "allowed",
    (failure) => failure.kind as string,
  );
