import { describe, expect, test } from "vitest";
import { inviting, NEWCOMER, newcomer } from "#tests/support/inviting.ts";
import type { TestContext } from "#tests/support/people.ts";
import { whileHeld } from "#tests/support/while-held.ts";
import {
  acceptInvitation,
  invitationByToken,
  invite,
  inviteFirstStaff,
  openInvitations,
  resendInvitation,
  revokeInvitation,
} from "./index.ts";

const w = inviting();

describe("inviting", () => {
  test("writes one mail with a link, to the invited address, and one event", async () => {
    const { to, token } = await w.invited();
    expect(to).toBe(NEWCOMER);
    expect(await w.eventTypes()).toEqual(["person.invited"]);
    expect(JSON.stringify(await w.database.sql`select * from invitations`)).not.toContain(token);
    expect(JSON.stringify(await w.database.sql`select * from events`)).not.toContain(NEWCOMER);
  });

  test("answers the same for an address with an account (T36)", async () => {
    expect(Object.keys(await invite(w.ctx.as(w.anna), w.toTeam()))).toEqual(
      Object.keys(await invite(w.ctx.as(w.anna), w.toTeam("gert.jacobs@school.example"))),
    );
  });

  test("to a project makes its open pages ask again who is invited", async () => {
    const told: (readonly (readonly string[])[])[] = [];
    const ctx = w.ctx.as(w.dirk);
    const publish = (_topics: readonly string[], keys: readonly (readonly string[])[]) => void told.push(keys);
    const raw = { email: NEWCOMER, projectId: w.project, projectRole: "coach" };
    await invite({ ...ctx, live: { ...ctx.live, publish } }, raw);
    // The key of app/live/live-data.ts.
    expect(told).toEqual([[["overview", "project", w.project]]]);
  });

  test("again makes the earlier link worthless", async () => {
    const first = await w.invited();
    const second = await w.invited();
    expect((await invitationByToken(w.ctx, first.token)).state).toBe("revoked");
    expect((await invitationByToken(w.ctx, second.token)).state).toBe("open");
    expect(await openInvitations(w.ctx.as(w.anna), { teamId: w.thirdStage })).toHaveLength(1);
  });

  test("at the same moment by two people leaves one link that works", async () => {
    const outcomes = await whileHeld(
      w.database,
      (tx) => tx`select 1 from organisations where id = ${w.kiem} for no key update`,
      [() => invite(w.ctx.as(w.anna), w.toTeam()), () => invite(w.ctx.as(w.directeur), w.toTeam())],
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await openInvitations(w.ctx.as(w.anna), { teamId: w.thirdStage })).toHaveLength(1);
  });

  const waiting = async () => (await w.database.sql`select text from mails where failed_at is null`).length;

  test("leaves only the mail of the newest link waiting, and none once it is taken back", async () => {
    await w.invited();
    const { invitationId } = await w.invited();
    expect(await waiting()).toBe(1);
    await revokeInvitation(w.ctx.as(w.anna), { invitationId });
    expect(await waiting()).toBe(0);
    expect(JSON.stringify(await w.database.sql`select * from mails`)).not.toContain("/uitnodiging/");
  });

  test("again and again in another window is refused nowhere, and one link works", async () => {
    const { invitationId } = await w.invited();
    const both = [
      () => resendInvitation(w.ctx.as(w.anna), { invitationId }),
      () => invite(w.ctx.as(w.directeur), w.toTeam()),
    ];
    await whileHeld(w.database, (tx) => tx`select 1 from invitations where id = ${invitationId} for update`, both);
    expect(await openInvitations(w.ctx.as(w.anna), { teamId: w.thirdStage })).toHaveLength(1);
  });

  const allowed = { kind: "allowed" };
  const outcome = (by: string, raw: object) =>
    invite(w.ctx.as(by), { email: NEWCOMER, ...raw }).then(
      () => allowed,
      ({ kind, reason }) => ({ kind, reason }),
    );
  const forbidden = { kind: "forbidden", reason: "may-not-invite" };
  const notThere = { kind: "not-found", reason: "not-found" };

  test("is for who manages the place, and gives no more than they may give", async () => {
    const asked: [string, object, object][] = [
      [w.anna, w.toTeam(), allowed],
      [w.anna, { ...w.toTeam(), teamRole: "lead" }, allowed],
      [w.anna, { ...w.toTeam(), function: "principal" }, forbidden],
      [w.anna, { ...w.toTeam(), function: "staff", organisationId: w.kiem }, forbidden],
      [w.anna, { organisationId: w.kiem, function: "teacher" }, forbidden],
      [w.anna, { ...w.toTeam(), projectId: w.project, projectRole: "coach" }, notThere],
      [w.bram, w.toTeam(), { kind: "forbidden", reason: "may-not-manageMembers" }],
      [w.gert, w.toTeam(), notThere],
      [w.gert, { organisationId: w.kiem, function: "teacher" }, notThere],
      [w.directeur, { organisationId: w.kiem, function: "care-coordinator" }, allowed],
      [w.directeur, { organisationId: w.kiem, function: "staff" }, forbidden],
      [w.directeur, { ...w.toTeam(), function: "principal" }, allowed],
      [w.dirk, { projectId: w.project, projectRole: "coach" }, allowed],
      [w.dirk, { projectId: w.project, projectRole: "lead", function: "administrator" }, forbidden],
      [w.dirk, { projectId: w.project, projectRole: "coach", organisationId: w.kiem }, notThere],
      [w.dirk, w.toTeam(), notThere],
      [w.fatima, { organisationId: w.atheneum, function: "principal" }, allowed],
      [w.fatima, { organisationId: w.centre, function: "staff" }, allowed],
      [w.fatima, { projectId: w.project, projectRole: "lead", organisationId: w.atheneum, function: "coach" }, allowed],
    ];
    for (const [by, raw, expected] of asked) expect([raw, await outcome(by, raw)]).toEqual([raw, expected]);
  });

  test("is not for who is not signed in", async () => {
    await expect(invite(w.ctx, w.toTeam())).rejects.toMatchObject({ kind: "signed-out" });
  });

  test.each([
    [{ email: "geen adres" }, { email: "not-an-address" }],
    [{ teamRole: "" }, { teamRole: "required" }],
    [{ teamRole: "boss" }, { teamRole: "unknown-choice" }],
    [{ email: 'x@y.be, "z"@evil.example' }, { email: "not-an-address" }],
  ])("with %j is refused beside the field", async (change, fields) => {
    await expect(invite(w.ctx.as(w.anna), { ...w.toTeam(), ...change })).rejects.toMatchObject({
      kind: "invalid",
      fields,
    });
  });

  test("to a team of another school than the one named is refused", async () => {
    const raw = { ...w.toTeam(), teamId: w.feedback, organisationId: w.kiem };
    await expect(invite(w.ctx.as(w.fatima), raw)).rejects.toMatchObject({ fields: { teamId: "unknown-choice" } });
  });
});

describe("sending an invitation again", () => {
  const again = (invitationId: string, by = w.anna) => resendInvitation(w.ctx.as(by), { invitationId });
  const lastToken = async () => {
    const [mail] = await w.database.sql<{ text: string }[]>`select text from mails order by id desc limit 1`;
    return mail!.text.match(/\/uitnodiging\/([\w-]{43})/)![1]!;
  };

  test("mails a new link for fourteen days, and the old one stops working", async () => {
    const first = await w.invited();
    w.ctx.wait(60 * 24 * 13);
    await again(first.invitationId);
    expect((await invitationByToken(w.ctx, first.token)).state).toBe("revoked");
    const fresh = await invitationByToken(w.ctx, await lastToken());
    expect(fresh).toMatchObject({ state: "open", email: NEWCOMER, teamRole: "member" });
    expect(fresh.expiresAt.getTime() - w.ctx.clock().getTime()).toBe(14 * 86_400_000);
    expect(await openInvitations(w.ctx.as(w.anna), { teamId: w.thirdStage })).toHaveLength(1);
  });

  test("is in the language of who is invited, else of who sends it", async () => {
    const { sql } = w.database;
    const lastSubject = async () =>
      (await sql<{ subject: string }[]>`select subject from mails order by id desc limit 1`)[0]!.subject;
    const speaks = (personId: string, language: string) =>
      sql`update people set language = ${language} where id = ${personId}`;
    const newcomer = await w.invited();
    expect(await lastSubject()).toContain("nodigt je uit");
    await speaks(w.anna, "en");
    await again(newcomer.invitationId);
    expect(await lastSubject()).toContain("invites you");
    const bram = await w.invited({ ...w.toTeam("bram.claes@school.example"), teamRole: "reader" });
    expect(await lastSubject()).toContain("nodigt je uit");
    await speaks(w.anna, "nl");
    await speaks(w.bram, "en");
    await again(bram.invitationId);
    expect(await lastSubject()).toContain("invites you");
    await speaks(w.bram, "nl");
  });

  test("works for one that ran out, which is still listed for that", async () => {
    const { invitationId } = await w.invited();
    w.ctx.wait(60 * 24 * 15);
    const listed = await openInvitations(w.ctx.as(w.anna), { teamId: w.thirdStage });
    expect(listed).toMatchObject([{ id: invitationId, over: true }]);
    await again(invitationId);
    expect((await invitationByToken(w.ctx, await lastToken())).state).toBe("open");
  });

  test("to a project keeps its role there", async () => {
    const raw = { email: NEWCOMER, projectId: w.project, projectRole: "coach" };
    const { invitationId } = await w.invited(raw, w.dirk);
    await again(invitationId, w.dirk);
    expect(await invitationByToken(w.ctx, await lastToken())).toMatchObject({ projectRole: "coach", team: null });
  });

  test("is for who could have written it, and not for one that was used or taken back", async () => {
    const used = await w.invited();
    for (const by of [w.bram, w.gert, w.dirk])
      await expect(again(used.invitationId, by)).rejects.toMatchObject({ kind: "not-found" });
    await acceptInvitation(w.ctx, { ...newcomer, token: used.token });
    await expect(again(used.invitationId)).rejects.toMatchObject({ reason: "invitation-used-already" });
    const { invitationId } = await w.invited(w.toTeam("joke.peeters@school.example"));
    await revokeInvitation(w.ctx.as(w.anna), { invitationId });
    await expect(again(invitationId)).rejects.toMatchObject({ reason: "invitation-taken-back" });
  });
});

describe("taking an invitation back", () => {
  test("is for who could have written it; for others it is not there", async () => {
    const { invitationId } = await w.invited();
    for (const by of [w.bram, w.gert, w.dirk]) {
      await expect(revokeInvitation(w.ctx.as(by), { invitationId })).rejects.toMatchObject({ kind: "not-found" });
    }
    await revokeInvitation(w.ctx.as(w.anna), { invitationId });
    await revokeInvitation(w.ctx.as(w.anna), { invitationId });
    expect((await w.eventTypes()).filter((type) => type === "invitation.revoked")).toHaveLength(1);
  });

  test("is too late once it was accepted", async () => {
    const { invitationId, token } = await w.invited();
    await acceptInvitation(w.ctx, { ...newcomer, token });
    const late = revokeInvitation(w.ctx.as(w.anna), { invitationId });
    await expect(late).rejects.toMatchObject({ kind: "conflict", reason: "invitation-used-already" });
  });

  test.each(["", "x", "0199b3c2-0000-7000-8000-000000000001"])("with id %j is not found", async (invitationId) => {
    await expect(revokeInvitation(w.ctx.as(w.anna), { invitationId })).rejects.toMatchObject({ kind: "not-found" });
  });
});

test("who is invited is shown to who manages the place, and to nobody else", async () => {
  await w.invited();
  expect(await openInvitations(w.ctx.as(w.directeur), { organisationId: w.kiem })).toMatchObject([{ email: NEWCOMER }]);
  await expect(openInvitations(w.ctx.as(w.bram), { teamId: w.thirdStage })).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(openInvitations(w.ctx.as(w.gert), { teamId: w.thirdStage })).rejects.toMatchObject({
    kind: "not-found",
  });
});

describe("the way into an empty installation", () => {
  const first = { email: "veerle.smets@centrum.example", organisation: "Kenniscentrum Noord" };
  const asSystem = (): TestContext => ({ ...w.ctx, actor: { kind: "system" } });
  const withoutStaff = async <Result>(work: () => Promise<Result>) => {
    await w.database.sql`update memberships set ended_at = now() where function = 'staff'`;
    return work().finally(() => w.database.sql`update memberships set ended_at = null where function = 'staff'`);
  };

  test("is an invitation for the first member of staff, who can then invite", async () => {
    await withoutStaff(async () => {
      const { link } = await inviteFirstStaff(asSystem(), first);
      const token = link.split("/").at(-1)!;
      expect(await invitationByToken(w.ctx, token)).toMatchObject({ function: "staff", inviter: null, team: null });
      const { personId } = await acceptInvitation(w.ctx, { ...newcomer, token });
      await invite(w.ctx.as(personId), { email: NEWCOMER, organisationId: w.atheneum, function: "principal" });
    });
  });

  test("keeps its centre when asked again before the link is used, and only the newest link works", async () => {
    await withoutStaff(async () => {
      const centres = () => w.database.sql`select id from organisations where kind = 'knowledge-centre'`;
      const lost = await inviteFirstStaff(asSystem(), { ...first, email: "veerle.smet@centrum.example" });
      const before = await centres();
      const { link } = await inviteFirstStaff(asSystem(), first);
      expect(await centres()).toEqual(before);
      const stateOf = async (url: string) => (await invitationByToken(w.ctx, url.split("/").at(-1)!)).state;
      expect(await stateOf(lost.link)).toBe("revoked");
      expect(await stateOf(link)).toBe("open");
    });
  });

  test("makes the centre when there is none", async () => {
    await withoutStaff(async () => {
      await w.database.sql`update organisations set kind = 'support-service' where id = ${w.centre}`;
      try {
        await inviteFirstStaff(asSystem(), first);
        const made = await w.database.sql`select name from organisations where kind = 'knowledge-centre'`;
        expect(made).toEqual([{ name: first.organisation }]);
      } finally {
        await w.database.sql`update organisations set kind = 'knowledge-centre' where id = ${w.centre}`;
      }
    });
  });

  test("is closed as soon as there is staff, and to everybody but the system", async () => {
    await expect(inviteFirstStaff(asSystem(), first)).rejects.toMatchObject({ reason: "already-in-use" });
    await withoutStaff(async () => {
      await expect(inviteFirstStaff(w.ctx, first)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(inviteFirstStaff(w.ctx.as(w.directeur), first)).rejects.toMatchObject({ kind: "forbidden" });
    });
  });
});
