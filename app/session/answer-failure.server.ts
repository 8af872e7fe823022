import { json, redirect } from "@remix-run/node";
import type { Failure, FailureKind } from "#domain/errors.ts";
import type { Raw } from "#server/input.ts";
import { knownFailure } from "#server/known-failure.ts";
import type { Refusal } from "./refusal.ts";

const STATUS: Record<FailureKind, number> = {
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 422,
  "too-many": 429,
  unavailable: 503,
};

/** After so long it makes sense to ask again for what does not work just now. */
export const RETRY_SECONDS = 5;

/**
 * A failure as the web says it: status, headers, and the reason for which the screen has a sentence. `typed` goes back
 * with it, for a form that was sent without script and comes as a new page.
 */
export function answerFailure(failure: Failure, typed: Raw = {}): Response {
  const { kind, reason, fields, details } = failure;
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (kind === "too-many" || kind === "unavailable") {
    headers.set("Retry-After", String(Math.ceil(Number(details.retryAfterSeconds ?? RETRY_SECONDS))));
  }
  return json<Refusal>(
    { failure: { kind, reason, fields, details, typed: shown(typed), ticked: shownLists(typed) } },
    { status: STATUS[kind], headers },
  );
}

const SECRET = /pass|current|token/i;

function shown(typed: Raw): Record<string, string> {
  const texts = Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.filter(([name]) => !SECRET.test(name)));
}

/** A list of which one was ticked comes as a text; as `typed` it is there under its own name. */
function shownLists(typed: Raw): Record<string, string[]> {
  const lists = Object.entries(typed).map(([name, value]) => [name, Array.isArray(value) ? value : [value]] as const);
  const texts = lists.filter((entry): entry is [string, string[]] => entry[1].every((one) => typeof one === "string"));
  return Object.fromEntries(texts.filter(([name, values]) => values.length > 1 && !SECRET.test(name)));
}

/** For a loader: the failure as a thrown answer, which becomes the error page, or the way to sign in. */
export function thrownAnswer(thrown: unknown, request: Request): unknown {
  const failure = knownFailure(thrown);
  if (failure === null) return thrown;
  if (failure.kind === "signed-out" && !asksForData(request)) return signInFirst(request);
  return answerFailure(failure);
}

/** For an action: an answer that the form shows beside its fields, while the typed text stays where it is. */
export function returnedAnswer(thrown: unknown, request: Request, typed: Raw): Response {
  const failure = knownFailure(thrown);
  if (failure === null) throw thrown;
  if (failure.kind === "signed-out" && !asksForData(request)) throw signInFirst(request);
  return answerFailure(failure, typed);
}

/** A script that asked for JSON can do nothing with a sign-in page. */
const asksForData = (request: Request): boolean => request.headers.get("Accept")?.includes("application/json") ?? false;

/** To the sign-in page, which leads back to where the person was: the page itself, or the page that held the form. */
function signInFirst(request: Request): Response {
  const here = new URL(request.url);
  const from = request.method === "GET" ? here : refererOf(request, here);
  const back = from && from.pathname !== "/" ? `?terug=${encodeURIComponent(from.pathname + from.search)}` : "";
  return redirect(`/aanmelden${back}`);
}

export function refererOf(request: Request, here: URL): URL | null {
  const referer = request.headers.get("Referer");
  if (!referer || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return from.origin === here.origin ? from : null;
}
