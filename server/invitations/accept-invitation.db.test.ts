import { describe, expect, test } from "vitest";
import { endMembership } from "#server/organisations/index.ts";
import { readSession, signIn } from "#server/people/index.ts";
import { addProjectPerson, removeProjectPerson } from "#server/projects/index.ts";
import { removeMember } from "#server/teams/index.ts";
import { inviting, NEWCOMER, newcomer, PASSWORD } from "#tests/support/inviting.ts";
import { acceptInvitation, invitationByToken, revokeInvitation } from "./index.ts";

const w = inviting();

describe("T44: an invitation", () => {
  test("gives a new account exactly what it says, and a session", async () => {
    const { token } = await w.invited();
    const forged = {
      teamRole: "lead",
      role: "lead",
      teamId: w.feedback,
      organisationId: w.atheneum,
      email: "x@evil.example",
    };
    const { personId, cookie } = await acceptInvitation(w.ctx, { ...newcomer, token, ...forged });
    expect(await w.rolesOf(NEWCOMER)).toEqual({
      functions: [{ organisation_id: w.kiem, function: "teacher" }],
      teams: [{ team_id: w.thirdStage, role: "member" }],
      projects: [],
    });
    expect((await readSession(w.ctx, cookie!.split(";", 1)[0]))?.person).toMatchObject({
      id: personId,
      name: "Lien Bogaert",
    });
    expect(await w.eventTypes()).toEqual(["person.invited", "person.joined", "session.started"]);
    await signIn(w.ctx, { email: NEWCOMER, password: PASSWORD }, { clientIp: "192.0.2.1", session: null });
  });

  test("works once, and says who can invite again", async () => {
    const { token } = await w.invited();
    await acceptInvitation(w.ctx, { ...newcomer, token });
    const again = acceptInvitation(w.ctx, { ...newcomer, token });
    await expect(again).rejects.toMatchObject({ reason: "invitation-used", details: { inviter: "Anna Wouters" } });
  });

  test("accepted twice at once makes one person with one role", async () => {
    const { token } = await w.invited();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(w.ctx, { ...newcomer, token })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await w.database.sql`select 1 from people where email = ${NEWCOMER}`).toHaveLength(1);
    expect((await w.rolesOf(NEWCOMER)).teams).toHaveLength(1);
    expect((await w.eventTypes()).filter((type) => type === "person.joined")).toHaveLength(1);
  });

  test("accepted twice at once by who has an account already counts once", async () => {
    const { token } = await w.invited({ ...w.toTeam("bram.claes@school.example"), teamRole: "reader" });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(w.ctx.as(w.bram), { token })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await w.eventTypes()).filter((type) => type === "person.joined")).toHaveLength(1);
    expect((await w.rolesOf("bram.claes@school.example")).teams).toEqual([{ team_id: w.thirdStage, role: "member" }]);
  });

  test("two of them for one new address at once make one account", async () => {
    const one = await w.invited();
    const other = await w.invited({ email: NEWCOMER, teamId: w.feedback, teamRole: "reader" }, w.gert);
    const accept = (token: string) => acceptInvitation(w.ctx, { ...newcomer, token });
    const outcomes = await Promise.allSettled([accept(one.token), accept(other.token)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ kind: "signed-out", reason: "sign-in-first" });
  });

  test("works for fourteen days", async () => {
    const { token } = await w.invited();
    w.ctx.wait(14 * 24 * 60);
    expect((await invitationByToken(w.ctx, token)).state).toBe("expired");
    const late = acceptInvitation(w.ctx, { ...newcomer, token });
    await expect(late).rejects.toMatchObject({ kind: "conflict", reason: "invitation-expired" });
  });

  test("does nothing once it was taken back", async () => {
    const { token, invitationId } = await w.invited();
    await revokeInvitation(w.ctx.as(w.directeur), { invitationId });
    const late = acceptInvitation(w.ctx, { ...newcomer, token });
    await expect(late).rejects.toMatchObject({ reason: "invitation-revoked", details: { inviter: "Anna Wouters" } });
    expect(await w.eventTypes()).toEqual(["person.invited", "invitation.revoked"]);
    expect(await w.rolesOf(NEWCOMER)).toEqual({ functions: [], teams: [], projects: [] });
  });

  test.each([NEWCOMER, "bram.claes@school.example"])(
    "for %s, forwarded to a colleague who is signed in, does nothing for them",
    async (email) => {
      const { token } = await w.invited(w.toTeam(email));
      expect((await invitationByToken(w.ctx.as(w.gert), token)).step).toBe("sign-out");
      const forwarded = acceptInvitation(w.ctx.as(w.gert), { token });
      await expect(forwarded).rejects.toMatchObject({ kind: "forbidden", reason: "invited-somebody-else" });
      expect((await w.rolesOf("gert.jacobs@school.example")).teams).toEqual([{ team_id: w.feedback, role: "lead" }]);
      expect((await invitationByToken(w.ctx, token)).state).toBe("open");
    },
  );

  test("for an address with an account asks to sign in, and never for a new password", async () => {
    const { token } = await w.invited(w.toTeam("gert.jacobs@school.example"));
    expect((await invitationByToken(w.ctx, token)).step).toBe("sign-in");
    const stranger = acceptInvitation(w.ctx, { ...newcomer, token });
    await expect(stranger).rejects.toMatchObject({ kind: "signed-out", reason: "sign-in-first" });

    expect((await invitationByToken(w.ctx.as(w.gert), token)).step).toBe("confirm");
    expect(await acceptInvitation(w.ctx.as(w.gert), { token })).toEqual({ personId: w.gert, cookie: null });
    expect((await w.rolesOf("gert.jacobs@school.example")).teams).toHaveLength(2);
    expect(w.ctx.told.recheck).toEqual([{ personId: w.gert }]);
    await w.database.sql`delete from team_members where person_id = ${w.gert} and team_id = ${w.thirdStage}`;
  });

  test("T32: is not accepted by looking at it", async () => {
    const { token } = await w.invited();
    await invitationByToken(w.ctx, token);
    await invitationByToken(w.ctx, token);
    expect((await invitationByToken(w.ctx, token)).step).toBe("choose-password");
  });

  test("shows what it says, and nothing else of the row", async () => {
    const { token } = await w.invited();
    expect(await invitationByToken(w.ctx, token)).toEqual({
      state: "open",
      step: "choose-password",
      organisation: "De Kiem",
      team: "Derde graad",
      project: null,
      inviter: "Anna Wouters",
      email: NEWCOMER,
      function: "teacher",
      teamRole: "member",
      projectRole: null,
      expiresAt: new Date("2026-10-19T08:00:00Z"),
    });
  });

  test.each(["", "x", "a".repeat(43), ["a".repeat(43)], null, "a".repeat(100_000)])(
    "with token %j is not there",
    async (token) => {
      await expect(invitationByToken(w.ctx, token)).rejects.toMatchObject({ kind: "not-found" });
      await expect(acceptInvitation(w.ctx, { ...newcomer, token })).rejects.toMatchObject({ kind: "not-found" });
    },
  );

  test.each([
    [{ name: "" }, { name: "required" }],
    [{ name: "Lien\u202eBogaert" }, { name: "control-characters" }],
    [{ password: "kort" }, { password: "too-short" }],
    [{ password: NEWCOMER }, { password: "like-the-address" }],
  ])("stays open when %j is refused", async (change, fields) => {
    const { token } = await w.invited();
    await expect(acceptInvitation(w.ctx, { ...newcomer, ...change, token })).rejects.toMatchObject({ fields });
    expect((await invitationByToken(w.ctx, token)).state).toBe("open");
  });
});

test("T45: an invitation from before a removal is no way back in", async () => {
  const email = "bram.claes@school.example";
  const { token } = await w.invited(w.toTeam(email));
  w.ctx.wait(1);
  await w.database.sql`update team_members set ended_at = ${w.ctx.clock()} where person_id = ${w.bram}`;
  const back = acceptInvitation(w.ctx.as(w.bram), { token });
  await expect(back).rejects.toMatchObject({ kind: "conflict", reason: "invitation-revoked" });
  expect((await w.rolesOf(email)).teams).toEqual([]);

  w.ctx.wait(1);
  await acceptInvitation(w.ctx.as(w.bram), { token: (await w.invited(w.toTeam(email))).token });
  expect((await w.rolesOf(email)).teams).toEqual([{ team_id: w.thirdStage, role: "member" }]);
});

test("T45: taking somebody out takes back the invitations that they still have to the same place", async () => {
  const email = "bram.claes@school.example";
  // Bram came back in the test before, at a later moment than the one at which every test begins.
  w.ctx.wait(10);
  const state = async (invitationId: string) => {
    const [row] = await w.database.sql`select revoked_by from invitations where id = ${invitationId}`;
    return row?.revoked_by;
  };
  const toTeam = await w.invited(w.toTeam(email));
  const toSchool = await w.invited({ email, organisationId: w.kiem, function: "teacher" }, w.directeur);
  const toProject = await w.invited({ email, projectId: w.project, projectRole: "coach" }, w.dirk);
  const ofOthers = await w.invited(w.toTeam("iemand.anders@school.example"));

  await removeMember(w.ctx.as(w.anna), { teamId: w.thirdStage, personId: w.bram });
  expect(await state(toTeam.invitationId)).toBe(w.anna);
  expect([await state(toSchool.invitationId), await state(toProject.invitationId)]).toEqual([null, null]);

  await endMembership(w.ctx.as(w.directeur), { organisationId: w.kiem, personId: w.bram });
  expect(await state(toSchool.invitationId)).toBe(w.directeur);

  await addProjectPerson(w.ctx.as(w.dirk), { projectId: w.project, personId: w.bram, role: "coach" });
  await removeProjectPerson(w.ctx.as(w.dirk), { projectId: w.project, personId: w.bram, role: "coach" });
  expect(await state(toProject.invitationId)).toBe(w.dirk);
  expect(await state(ofOthers.invitationId)).toBeNull();
});
