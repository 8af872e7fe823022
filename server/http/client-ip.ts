import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address to count tries against. The socket's own, because anyone can write an X-Forwarded-For (hostile T37);
 * behind our proxy the last entry of that header, the one which that proxy added itself.
 */
export function clientIp(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : undefined;
  return plain(forwarded && isIP(forwarded) ? forwarded : (request.socket.remoteAddress ?? ""));
}

/** One spelling per address: IPv4 inside IPv6 and zone names would count as somebody else. */
function plain(address: string): string {
  return address
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/%.*$/, "")
    .toLowerCase();
}
