import { actingPerson, type Context, transact } from "#server/context.ts";
import { endAllSessions, endSession, forgetCookie } from "./sessions.ts";

/** Ends this session. @returns the Set-Cookie header that makes the browser forget it, also when none was open. */
export async function signOut(ctx: Context, session: { sessionId: string } | null): Promise<{ cookie: string }> {
  if (session) {
    await transact(ctx, async (tx) => {
      if (await endSession(tx, session.sessionId)) tx.record({ type: "session.ended", data: { why: "signed-out" } });
    });
  }
  return { cookie: forgetCookie(ctx) };
}

/** Ends every session of the person, this one too: for who left a computer open somewhere. */
export async function signOutEverywhere(ctx: Context): Promise<{ cookie: string }> {
  const personId = actingPerson(ctx);
  await transact(ctx, async (tx) => {
    await endAllSessions(tx, personId);
    tx.record({ type: "session.ended", data: { why: "signed-out-everywhere" } });
  });
  return { cookie: forgetCookie(ctx) };
}
