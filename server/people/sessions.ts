import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { endSessionRow, endSessionRowsOf } from "#db/people/sessions.ts";
import { people, sessions } from "#db/people/tables.ts";
import type { Language } from "#domain/people/words.ts";
import type { Writing } from "#server/context.ts";
import type { Services } from "#server/services.ts";

// The only file that knows lucia (docs/decisions/0002-lucia.md): whatever replaces it has to offer these functions.

const IDLE_HOURS = 12;
const LONGEST_DAYS = 7;
/** Being active is written down at most this often: every page would otherwise cost a write. */
const EXTEND_EVERY_MINUTES = 10;

const MINUTE = 60_000;
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MINUTE);
const earlier = (one: Date, other: Date) => (one < other ? one : other);

type SessionServices = Pick<Services, "db" | "clock" | "publicUrl">;
type SessionRow = Omit<typeof sessions.$inferSelect, "id" | "userId" | "expiresAt">;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseSessionAttributes: SessionRow & { until?: Date };
    DatabaseUserAttributes: Omit<typeof people.$inferSelect, "id">;
  }
}

export interface OpenSession {
  /** The hash of the token: safe in a log, and the name by which sockets know the session. It opens nothing. */
  sessionId: string;
  person: { id: string; name: string; language: Language };
  /** When it ends if nothing more happens; activity moves it, up to the absolute end. */
  expiresAt: Date;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Between lucia and its adapter, because lucia keeps tokens as they are, reads the clock of the machine and knows no
 * absolute end: tokens are hashed on every call, times are shifted from our clock to its own and back.
 */
function atRest({ db, clock }: Pick<SessionServices, "db" | "clock">): Adapter {
  const inner = new DrizzlePostgreSQLAdapter(db, sessions, people);
  const shift = clock().getTime() - Date.now();
  const onLuciasClock = (moment: Date) => new Date(moment.getTime() - shift);
  const unused = () => Promise.reject(new Error("sessions are extended and ended by sessions.ts itself"));
  return {
    async getSessionAndUser(token) {
      const [session, user] = await inner.getSessionAndUser(hashOf(token));
      if (!session) return [null, null];
      const until = earlier(session.expiresAt, session.attributes.endsAt);
      const attributes = { ...session.attributes, until };
      return [{ ...session, id: token, expiresAt: onLuciasClock(until), attributes }, user];
    },
    setSession: ({ id: token, userId, attributes }) => {
      const expiresAt = later(clock(), IDLE_HOURS * 60);
      return inner.setSession({ id: hashOf(token), userId, expiresAt, attributes });
    },
    // lucia extends in the second half of the period only, and without an end: `readSession` does it instead.
    updateSessionExpiration: () => Promise.resolve(),
    deleteSession: (token) => inner.deleteSession(hashOf(token)),
    getUserSessions: unused,
    deleteUserSessions: unused,
    deleteExpiredSessions: unused,
  };
}

function luciaFor(services: SessionServices) {
  // `__Host-` makes the browser refuse a cookie of this name from a sub-domain or without https; on plain http (only
  // ever a loopback address) browsers would refuse it from us too.
  const secure = services.publicUrl.startsWith("https:");
  return new Lucia(atRest(services), {
    sessionExpiresIn: new TimeSpan(IDLE_HOURS, "h"),
    sessionCookie: {
      name: secure ? "__Host-leerlus" : "leerlus",
      attributes: { secure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ until, endsAt }) => ({ until: until ?? endsAt, endsAt }),
    getUserAttributes: ({ name, language, disabledAt }) => ({ name, language, disabledAt }),
  });
}

/** The token in a Cookie header. lucia's own reader throws on any cookie that it cannot decode, ours or not. */
function tokenIn(cookieHeader: string | null | undefined, name: string): string | null {
  for (const pair of cookieHeader?.split(";") ?? []) {
    const [key, value = ""] = pair.trim().split("=", 2);
    if (key === name) return /^[a-z2-7]{40}$/.test(value) ? value : null;
  }
  return null;
}

/** Starts a session with a new token, whatever the browser held before (T29). @returns the Set-Cookie header. */
export async function startSession(
  services: SessionServices,
  personId: string,
): Promise<{ sessionId: string; cookie: string }> {
  const lucia = luciaFor(services);
  const startedAt = services.clock();
  const endsAt = later(startedAt, LONGEST_DAYS * 24 * 60);
  const { id: token } = await lucia.createSession(personId, { startedAt, endsAt });
  const cookie = lucia.createSessionCookie(token);
  // No Max-Age: computers at school are shared, and a closed browser should have forgotten.
  cookie.attributes.maxAge = undefined;
  return { sessionId: hashOf(token), cookie: cookie.serialize() };
}

/**
 * The open session that a Cookie header belongs to; null for none, an ended one, and a person whose account is closed.
 * Reading counts as activity unless `idle`: an open socket that asks again by itself must not keep a session alive.
 */
export async function readSession(
  services: SessionServices,
  cookieHeader: string | null | undefined,
  { idle = false } = {},
): Promise<OpenSession | null> {
  const lucia = luciaFor(services);
  const token = tokenIn(cookieHeader, lucia.sessionCookieName);
  if (!token) return null;
  const { session, user } = await lucia.validateSession(token);
  if (!session || user.disabledAt) return null;

  const sessionId = hashOf(token);
  const expiresAt = idle ? session.until : await extend(services, sessionId, session);
  return { sessionId, person: { id: user.id, name: user.name, language: user.language }, expiresAt };
}

async function extend(
  { db, clock }: SessionServices,
  sessionId: string,
  { until, endsAt }: { until: Date; endsAt: Date },
): Promise<Date> {
  const due = earlier(later(clock(), IDLE_HOURS * 60), endsAt);
  if (due < later(until, EXTEND_EVERY_MINUTES)) return until;
  await new DrizzlePostgreSQLAdapter(db, sessions, people).updateSessionExpiration(sessionId, due);
  return due;
}

/** What makes the browser forget its cookie. */
export function forgetCookie(services: SessionServices): string {
  return luciaFor(services).createBlankSessionCookie().serialize();
}

/** Ends one session; its sockets close after the commit. @returns whose it was, or null when it had ended already. */
export async function endSession(tx: Writing, sessionId: string): Promise<string | null> {
  const personId = await endSessionRow(tx.db, sessionId);
  if (personId !== null) tx.recheck({ personId, sessionId });
  return personId;
}

/** Ends every session of a person, or all but one; their sockets close after the commit. */
export async function endAllSessions(tx: Writing, personId: string, exceptSessionId?: string): Promise<number> {
  const ended = await endSessionRowsOf(tx.db, personId, exceptSessionId);
  for (const sessionId of ended) tx.recheck({ personId, sessionId });
  return ended.length;
}

/** Who opens a socket, for the live channel. Ask again at `expiresAt`: activity elsewhere may have moved it. */
export function liveAuthentication(services: SessionServices) {
  return async (cookieHeader: string | undefined) => {
    const session = await readSession(services, cookieHeader, { idle: true });
    if (!session) return null;
    const { sessionId, person, expiresAt } = session;
    return { sessionId, personId: person.id, name: person.name, expiresAt };
  };
}
