import type { IncomingMessage } from "node:http";
import type { Access } from "../documents/access.ts";
import type { RealtimePorts } from "../ports.ts";
import { type Code, refusal } from "../wire/codes.ts";
import type { Limits } from "../wire/limits.ts";
import { PROTOCOL } from "../wire/messages.ts";
import type { LiveSocket } from "./live-node.ts";
import type { Persons } from "./persons.ts";

export interface Doorkeeper {
  ports: Pick<RealtimePorts, "logger">;
  access: Pick<Access, "session">;
  limits: Limits;
  /** Exact origins, such as `https://leerlus.example`; nothing that only looks like one. */
  origins: ReadonlySet<string>;
  isDraining(): boolean;
  /** Sockets of which it is not known whose they are. */
  unknownSockets(): number;
  persons: Pick<Persons, "refusal">;
}

/** Why a request at the door is refused, with the status that says it in HTTP. */
export interface DoorRefusal {
  reason: "origin" | "cookie too long" | "draining" | "too many";
  status: 403 | 431 | 503;
}

/**
 * Decides on the HTTP request, before there is a socket and before any session is looked up. Socket.IO's `cors` does
 * not cover WebSocket: without this, any page somebody visits could open a socket with their cookie.
 *
 * @returns why not, or null.
 */
export function refuseRequest(door: Doorkeeper, request: IncomingMessage): DoorRefusal | null {
  const { origin, cookie } = request.headers;
  if (origin === undefined || !door.origins.has(origin)) return { reason: "origin", status: 403 };
  if (cookie !== undefined && cookie.length > door.limits.cookieBytes)
    return { reason: "cookie too long", status: 431 };
  if (door.isDraining()) return { reason: "draining", status: 503 };
  if (door.unknownSockets() >= door.limits.unauthenticatedSockets) return { reason: "too many", status: 503 };
  return null;
}

/** What Socket.IO sends as `connect_error`: `message` is the code, `data` the whole refusal. */
class Refused extends Error {
  readonly data: object;
  constructor(code: Code, retryAfterMs?: number) {
    super(code);
    this.data = refusal(code, retryAfterMs);
  }
}

const asked = new WeakSet<object>();

/** Finds out whose a new socket is. @throws Refused when it is nobody's, or not now. */
export async function identify(door: Doorkeeper, socket: LiveSocket): Promise<void> {
  // One question per line: ten thousand connect packets must not become ten thousand session lookups.
  if (asked.has(socket.conn)) throw new Refused("BAD_MESSAGE");
  asked.add(socket.conn);
  if (socket.handshake.auth.protocol !== PROTOCOL) throw new Refused("PROTOCOL_TOO_OLD");
  const known = await lookUp(door, socket.request.headers.cookie);
  if (known === null) throw new Refused("TEMPORARY");
  const { answer: session, moment } = known;
  if (session === null) throw new Refused("SESSION_ENDED");
  // Somebody else signed in from another tab: this page goes on for the person it was opened for, or not at all. Under
  // the new cookie its documents would be refused, and the device copy with unsent work be wiped.
  const { personId } = socket.handshake.auth;
  if (personId !== undefined && personId !== session.personId) throw new Refused("SESSION_ENDED");
  const refused = door.persons.refusal(session.personId);
  if (refused) throw new Refused(refused.code, refused.retryAfterMs);
  socket.data.session = session;
  socket.data.moment = moment;
}

/** Null when nobody can tell, or not in time. */
async function lookUp(
  { access, ports, limits }: Doorkeeper,
  cookie: string | undefined,
): Promise<Awaited<ReturnType<Access["session"]>> | null> {
  let late: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      access.session(cookie),
      // Within the deadline of the line, so that the refusal still gets there.
      new Promise<null>((resolve) => {
        late = setTimeout(() => resolve(null), limits.authenticateMs * 0.8);
      }),
    ]);
  } catch (error) {
    ports.logger.error({ err: error }, "a session could not be looked up");
    return null;
  } finally {
    clearTimeout(late);
  }
}
