import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import type { LiveNode } from "./live-node.ts";
import { recheckSeat, recheckTopics, verifySession } from "./recheck.ts";

/** So many sockets are looked up at the same time. */
const AT_ONCE = 20;
/** `setTimeout` takes no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Looks up sessions and rights without being told, in turn, so that a lost message about a removal costs seconds on a
 * bus that is down and a minute or two otherwise. Lenient: while the database is away people keep what they have.
 */
export function startSweep(node: LiveNode, connections: Connections): { stop(): void } {
  let running = false;
  let connected = node.ports.bus.connected;
  const sweep = async () => {
    if (running) return;
    running = true;
    try {
      const { limits, ports } = node;
      // Back again: what was said meanwhile was not heard here.
      const back = ports.bus.connected && !connected;
      connected = ports.bus.connected;
      const every = connected ? limits.sweepMs : limits.sweepWithoutBusMs;
      const oldest = back ? Number.POSITIVE_INFINITY : performance.now() - every;
      const due = [...connections].filter((connection) => connection.verifiedAt < oldest);
      for (let at = 0; at < due.length; at += AT_ONCE)
        await Promise.all(due.slice(at, at + AT_ONCE).map((connection) => lookUp(node, connections, connection)));
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void sweep(), Math.min(2_000, node.limits.sweepWithoutBusMs / 4));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function lookUp(node: LiveNode, connections: Connections, connection: Connection): Promise<void> {
  connection.verifiedAt = performance.now();
  if (!(await verifySession(node, connection, false))) return;
  await Promise.all([...connection.seats.values()].map((seat) => recheckSeat(node, connection, seat, false)));
  await recheckTopics(node, connections, connection, false);
}

/** Looks again when the session would end, and ends the socket unless it was prolonged. */
export function watchExpiry(node: LiveNode, connection: Connection): void {
  const left = connection.session.expiresAt.getTime() - node.ports.clock().getTime();
  connection.expiry = setTimeout(
    async () => {
      if (!connection.open) return;
      if (connection.session.expiresAt > node.ports.clock()) return watchExpiry(node, connection);
      if (await verifySession(node, connection, true)) {
        if (connection.session.expiresAt <= node.ports.clock()) connection.end("SESSION_ENDED");
        else watchExpiry(node, connection);
      }
    },
    Math.min(Math.max(left, 0), LONGEST_TIMER_MS),
  );
  connection.expiry.unref();
}
