import { randomBytes, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { people } from "#content/demo/people.ts";
import type { PersonKey } from "#content/demo/story.ts";
import { packContent } from "#db/documents/version-content.ts";
import { hashOfToken } from "#server/invitations/tokens.ts";

/** The ids of one place, by the names that addresses and forms use. */
export type Place = Readonly<Record<string, string>>;

/** Words that stand in one kind of thing of one place and nowhere else, so that an answer that holds them is known. */
export const MARKED = [
  "title",
  "card",
  "decision",
  "shared-text",
  "team-text",
  "about-card",
  "invitation",
  "to-self",
  "shared-version",
  "earlier-version",
] as const;
export type Marked = (typeof MARKED)[number];
export const markOf = (what: Marked, place: "here" | "there"): string => `merk${what.replaceAll("-", "")}${place}`;
const MARKS = MARKED.flatMap((what) => [markOf(what, "here"), markOf(what, "there")]);
export const marksIn = (text: string): string[] => MARKS.filter((mark) => text.includes(mark));

export interface Scene {
  here: Place;
  there: Place;
  /** The token of an invitation of Els, who belongs to none of the two. */
  token: string;
}

/**
 * Takes away what the cast is besides its part, and puts one of everything that has an id of its own in both places,
 * with its mark. By SQL, because this is not the story: it is what the table of addresses needs to have an answer.
 */
export async function arrange(sql: Sql): Promise<Scene> {
  const idOf = async (person: PersonKey) => {
    const [row] = await sql`select id from people where email = ${people[person].email}`;
    return row?.id as string;
  };
  const [nadia, koen] = [await idOf("nadia"), await idOf("koen")];
  const [yusuf, els] = [await idOf("yusuf"), await idOf("els")];
  await sql`update memberships set function = 'teacher' where person_id in ${sql([nadia, koen])}`;
  await sql`update team_members set ended_at = now() where ended_at is null and (
    person_id = ${yusuf} or (person_id in ${sql([nadia, koen])}
      and team_id not in (select id from teams where name = 'Derde graad')))`;

  const token = randomBytes(32).toString("base64url");
  const here = await furnish(sql, "here", "Lange zaakteksten begrijpen in de derde graad", {
    coach: await idOf("celine"),
    lead: nadia,
    member: await idOf("anna"),
    newcomer: yusuf,
  });
  const there = await furnish(sql, "there", "Toetsvragen die je niet eerst moet vertalen", {
    coach: null,
    lead: await idOf("marijn"),
    member: await idOf("leila"),
    newcomer: await idOf("wout"),
  });
  await sql`insert into invitations (id, token_hash, email, organisation_id, function, invited_by, created_at, expires_at)
    values (${randomUUID()}, ${hashOfToken(token)}, ${people.els.email}, ${here.organisationId as string}, 'teacher',
      ${nadia}, now(), now() + interval '14 days')`;
  const both = { outsiderId: els, token };
  return { here: { ...here, ...both }, there: { ...there, ...both }, token };
}

interface Cast {
  coach: string | null;
  lead: string;
  member: string;
  newcomer: string;
}

async function furnish(sql: Sql, place: "here" | "there", title: string, cast: Cast): Promise<Place> {
  const mark = (what: Marked) => markOf(what, place);
  const [cycle] = await sql`
    update cycles c set title = title || ${` ${mark("title")}`}, cards_audience = 'coach', closed_at = null, closed_by = null
    from teams t where t.id = c.team_id and c.title = ${title}
    returning c.id, c.team_id, c.project_id, c.version, c.need, t.organisation_id`;
  if (!cycle) throw new Error(`the demo has no cycle "${title}"`);
  const cycleId = cycle.id as string;
  const [entry] =
    await sql`select to_stage from phase_entries where cycle_id = ${cycleId} order by ordinal desc limit 1`;
  const documentOf = async (stage: string, audience: string) => {
    const sharedAt = audience === "coach" ? new Date(Date.now() - 60_000) : null;
    const [row] = await sql`
      update phase_documents set audience = ${audience}, shared_at = ${sharedAt} where cycle_id = ${cycleId} and stage = ${stage}
      returning document_id`;
    return row?.document_id as string;
  };
  const teamDocumentId = await documentOf("need", "team");
  const sharedDocumentId = await documentOf("sources", "coach");
  const addVersion = async (documentId: string, minutesAgo: number, words: string) => {
    const id = randomUUID();
    const content = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] };
    await sql`insert into document_versions (id, document_id, seq, at, reason, author_ids, words, words_added,
        words_removed, fingerprint, content)
      values (${id}, ${documentId}, 1, now() - make_interval(mins => ${minutesAgo}), 'sitting', '{}', 1, 1, 0, '',
        ${await packContent(content)})`;
    return id;
  };
  const addCard = async (discarded: boolean) => {
    const id = randomUUID();
    await sql`insert into cards (id, cycle_id, kind, title, content, created_at, changed_at, discarded_at)
      values (${id}, ${cycleId}, 'signal', ${mark("card")}, '{}', now(), now(), ${discarded ? new Date() : null})`;
    return id;
  };
  const [cardId, binnedCardId] = [await addCard(false), await addCard(true)];
  const addThread = async (what: Marked, on: { documentId?: string; cardId?: string }) => {
    const id = randomUUID();
    await sql`insert into threads (id, cycle_id, document_id, card_id, started_at, started_by)
      values (${id}, ${cycleId}, ${on.documentId ?? null}, ${on.cardId ?? null}, now(), ${cast.lead})`;
    await sql`insert into comments (id, thread_id, body, at, by)
      values (${randomUUID()}, ${id}, ${mark(what)}, now(), ${cast.lead})`;
    return id;
  };
  const meetingId = randomUUID();
  await sql`insert into meetings (id, cycle_id, starts_at, planned_at)
    values (${meetingId}, ${cycleId}, now() + interval '9 days', now())`;
  const decisionId = randomUUID();
  await sql`insert into meeting_decisions (id, meeting_id, what, noted_at)
    values (${decisionId}, ${meetingId}, ${mark("decision")}, now())`;
  await sql`insert into cycle_strands (cycle_id, strand_id, linked_at) values (${cycleId}, 'feedback', now())
    on conflict do nothing`;
  const invitationId = randomUUID();
  await sql`insert into invitations (id, token_hash, email, organisation_id, function, team_id, team_role, invited_by, created_at, expires_at)
    values (${invitationId}, ${hashOfToken(invitationId)}, ${`${mark("invitation")}@school.example`}, ${cycle.organisation_id},
      'teacher', ${cycle.team_id}, 'member', ${cast.lead}, now(), now() + interval '14 days')`;
  const visitOf = async (held: boolean) => {
    if (!cast.coach) return "";
    const id = randomUUID();
    await sql`insert into visits (id, project_id, team_id, cycle_id, coach_id, starts_at, notes_to_self, planned_at, held_at)
      values (${id}, ${cycle.project_id}, ${cycle.team_id}, ${cycleId}, ${cast.coach}, now() - interval '1 day',
        ${held ? mark("to-self") : ""}, now(), ${held ? new Date() : null})`;
    return id;
  };
  const [{ id: programmeId } = { id: "" }] = await sql`select id from programmes limit 1`;
  const [{ id: otherTeamId } = { id: "" }] = await sql`select id from teams where name = 'Team speelplaats'`;
  return {
    cycleId,
    teamId: cycle.team_id,
    projectId: cycle.project_id,
    organisationId: cycle.organisation_id,
    version: String(cycle.version),
    nextStage: entry?.to_stage === "evaluate" ? "implement" : "evaluate",
    teamDocumentId,
    sharedDocumentId,
    versionId: await addVersion(sharedDocumentId, 0, mark("shared-version")),
    earlierVersionId: await addVersion(sharedDocumentId, 60, mark("earlier-version")),
    teamVersionId: await addVersion(teamDocumentId, 60, "Onder ons"),
    cardId,
    binnedCardId,
    sharedThreadId: await addThread("shared-text", { documentId: sharedDocumentId }),
    teamThreadId: await addThread("team-text", { documentId: teamDocumentId }),
    cardThreadId: await addThread("about-card", { cardId }),
    meetingId,
    decisionId,
    invitationId,
    visitId: await visitOf(true),
    comingVisitId: await visitOf(false),
    memberId: cast.member,
    newcomerId: cast.newcomer,
    leadId: cast.lead,
    programmeId,
    otherTeamId,
    strandId: "feedback",
  };
}
