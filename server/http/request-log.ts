import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppLog } from "#server/log.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Files (while developing: modules) and probes: many, and each like the last. */
const QUIET = /^\/((assets|app|node_modules)\/|@|(healthz|readyz|version)$)/;
const WORDS = /^[a-z]{1,24}([-.][a-z]{1,24}){0,7}$/;

/**
 * The path of an address for the log: ids and plain words stay, anything else may be a token of an invitation or a
 * reset, and the query may be what somebody searched for.
 */
export function loggablePath(url: string): string {
  const segments = url.split("?", 1)[0]!.split("/").slice(0, 12);
  return segments.map((each) => (each === "" || ID.test(each) || WORDS.test(each) ? each : "*")).join("/");
}

/** One line per request when it is over, also when the other side hung up. */
export function logWhenOver(request: IncomingMessage, response: ServerResponse, log: AppLog): void {
  const begun = performance.now();
  response.once("close", () => {
    const facts = {
      method: request.method,
      path: loggablePath(request.url ?? ""),
      status: response.statusCode,
      ms: Math.round(performance.now() - begun),
      ...(!response.writableFinished && { cut: true }),
    };
    if (QUIET.test(request.url ?? "")) log.debug(facts, "request answered");
    else if (response.statusCode >= 500) log.warn(facts, "request failed");
    else log.info(facts, "request answered");
  });
}
