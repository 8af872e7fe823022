import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";
import type { AppLog } from "#server/log.ts";
import { clientIp } from "./client-ip.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { PageHandler } from "./load-context.ts";
import { mayComeFrom } from "./origin-check.ts";
import { answerPlainly } from "./plain-answer.ts";
import { type BodyRefusal, discardRest, LARGEST_BODY_BYTES, readBody } from "./read-body.ts";
import { logWhenOver } from "./request-log.ts";
import { pagePolicy } from "./security-headers.ts";
import { sendWebResponse } from "./send-web-response.ts";
import type { Situation } from "./sentences.ts";
import { addressProblem, toWebRequest } from "./web-request.ts";

/** Answers a request, or says false and leaves it to the next. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export type HttpSettings = {
  lifecycle: Lifecycle;
  publicOrigins: readonly [string, ...string[]];
  trustProxy: boolean;
  developing: boolean;
  log: AppLog;
  probes: Answerer;
  /** This and `pages` may be set when the port is open already: nothing asks for them while starting. */
  files: Answerer;
  pages: PageHandler;
  /** A page that is not there by then is given up; `ANSWER_WITHIN_MS` unless said. */
  answerWithinMs?: number;
};

/**
 * The database ends its own statements after ten seconds. One that stands still, or a network that swallows, ends
 * nothing, and people would wait for as long as their browser does.
 */
const ANSWER_WITHIN_MS = 12_000;
/** While one develops, the first page is compiled when it is asked for. */
const COMPILED_WITHIN_MS = 120_000;

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const REFUSED_BODIES: Record<Exclude<BodyRefusal, "gone">, number> = { "too-large": 413, compressed: 413, busy: 503 };

/** The one way in for every request, in the order in which it is judged: cheap refusals first, page code last. */
export function answerRequests(settings: HttpSettings) {
  const { lifecycle, publicOrigins, log, probes } = settings;
  const compress = compression();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    logWhenOver(request, response, log);
    const refuse = (status: number, situation: Situation, values?: Record<string, string>) => {
      answerPlainly(request, response, { status, situation, values, retry: status === 503 });
      discardRest(request);
    };

    const problem = addressProblem(request.url ?? "");
    if (problem) return refuse(problem === "long-address" ? 414 : 400, problem);
    if (await probes(request, response)) return;

    const { origin, "sec-fetch-site": secFetchSite } = request.headers as Record<string, string | undefined>;
    const method = request.method ?? "";
    if (!mayComeFrom({ method, origin, secFetchSite }, publicOrigins)) {
      return refuse(403, "foreign-origin", { address: publicOrigins[0] });
    }
    if (!METHODS.includes(method)) return refuse(405, "wrong-method");

    if (lifecycle.phase === "starting") return refuse(503, "starting");
    if (lifecycle.phase !== "serving") response.setHeader("Connection", "close");
    if (lifecycle.phase === "draining") return refuse(503, "leaving");

    await new Promise<void>((next) => compress(request as never, response as never, () => next()));
    if (await settings.files(request, response)) return;

    const body = method === "GET" || method === "HEAD" ? null : await readBody(request);
    if (body === "gone") return void response.destroy();
    if (typeof body === "string")
      return refuse(REFUSED_BODIES[body], body, { limit: String(LARGEST_BODY_BYTES / 2 ** 20) });
    if ((await answerWithPage(settings, request, response, body)) === "late") {
      log.warn({}, "a page was not made in time");
      refuse(503, "late");
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      // A browser that went away is no failure of ours; everything it started was told so by the abort signal.
      if (response.destroyed) return;
      log.error({ err: error }, "a request could not be answered");
      answerPlainly(request, response, { status: 500, situation: "broken" });
    });
  };
}

async function answerWithPage(
  settings: HttpSettings,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer | null,
): Promise<"answered" | "late"> {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const nonce = randomBytes(16).toString("base64");
  response.setHeader("Content-Security-Policy", pagePolicy(nonce, settings));
  const visit = { nonce, clientIp: clientIp(request, settings.trustProxy) };
  const making = settings.pages(toWebRequest(request, settings, body, gone.signal), visit);
  const { developing, answerWithinMs = developing ? COMPILED_WITHIN_MS : ANSWER_WITHIN_MS } = settings;
  const answer = await orLate(making, answerWithinMs);
  if (answer === "late") {
    // What becomes of it is nobody's business any more.
    making.catch(() => {});
    gone.abort();
    return "late";
  }
  await sendWebResponse(answer, response, request.method !== "HEAD");
  return "answered";
}

async function orLate<Answer>(making: Promise<Answer>, withinMs: number): Promise<Answer | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, withinMs, "late");
  });
  return Promise.race([making, late]).finally(() => clearTimeout(timer));
}
