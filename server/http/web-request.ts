import type { IncomingMessage } from "node:http";

type Address = { publicOrigins: readonly [string, ...string[]]; trustProxy: boolean };

/**
 * The request as the pages know it. Its origin is always one of our own: a Host header is a claim, and links or
 * redirects made from a false one would lead people away.
 */
export function toWebRequest(
  request: IncomingMessage,
  address: Address,
  body: Buffer | null,
  signal: AbortSignal,
): Request {
  const origin = ownOrigin(request, address);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === "forwarded" || name.startsWith("x-forwarded-")) continue;
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  headers.set("host", new URL(origin).host);
  return new Request(origin + request.url, {
    method: request.method ?? "GET",
    headers,
    signal,
    ...(body && body.length > 0 && { body: new Uint8Array(body) }),
  });
}

function ownOrigin(request: IncomingMessage, { publicOrigins, trustProxy }: Address): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-host"] : undefined;
  const host = String(forwarded ?? request.headers.host ?? "").toLowerCase();
  return publicOrigins.find((origin) => new URL(origin).host === host) ?? publicOrigins[0];
}

export type AddressProblem = "long-address" | "not-found";

const LONGEST_ADDRESS = 4096;

/** What is wrong with the address of a request, before anything interprets it. */
export function addressProblem(url: string): AddressProblem | null {
  if (url.length > LONGEST_ADDRESS) return "long-address";
  // A request for another site's absolute address is meant for a proxy, which we are not. The framework's own list of
  // routes (two thousand paths in one question) is switched off, and not worth a rendered page to say so.
  if (!url.startsWith("/") || url.startsWith("/__manifest")) return "not-found";
  try {
    // NUL can stand in no path of ours, and PostgreSQL answers it with an error.
    return decodeURIComponent(url.split("?", 1)[0]!).includes("\0") ? "not-found" : null;
  } catch {
    return "not-found";
  }
}
