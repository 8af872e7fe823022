import type { AppLoadContext } from "@remix-run/node";
import { Failure } from "#domain/errors.ts";
import type { Context } from "#server/context.ts";
import { type OpenSession, readSession } from "#server/people/index.ts";

/** The context of a use case, with what only a web request knows. */
export interface RequestContext extends Context {
  /** Who is signed in, and by which session; null for a visitor. */
  session: OpenSession | null;
  /** The address that tries are counted against. */
  clientIp: string;
}

// The root, the layout and the page each have a loader, and all of them ask who is looking: one answer serves them all.
const known = new WeakMap<AppLoadContext, Promise<RequestContext>>();

/**
 * Makes the context of a use case from what the server hands to every route and the session cookie. Without a valid
 * session the actor is a visitor: the use case decides whether that is enough.
 */
export function contextOf(handedIn: AppLoadContext, request: Request): Promise<RequestContext> {
  // An action may change who is signed in, so it neither trusts an earlier answer nor leaves one behind.
  if (request.method !== "GET" && request.method !== "HEAD") return readContext(handedIn, request);
  const ready = known.get(handedIn) ?? readContext(handedIn, request);
  known.set(handedIn, ready);
  return ready;
}

async function readContext(handedIn: AppLoadContext, request: Request): Promise<RequestContext> {
  const { services, clientIp } = handedIn;
  const session = await readSession(services, request.headers.get("Cookie"));
  return {
    ...services,
    actor: session ? { kind: "person", id: session.person.id } : { kind: "visitor" },
    session,
    clientIp,
  };
}

/** The open session of a page that is only for people with an account; others are sent to the sign-in page and back. */
export function requirePerson(ctx: RequestContext): OpenSession {
  if (!ctx.session) throw new Failure("signed-out", "signed-out");
  return ctx.session;
}
