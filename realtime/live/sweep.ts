import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import type { LiveNode } from "./live-node.ts";
import { recheckSeat, recheckTopics, verifySession } from "./recheck.ts";

/** So many sockets are looked up at the same time. */
const AT_ONCE = 20;

/**
 * Looks up sessions and rights without being told, in turn: for what changed them without saying so, as somebody with a
 * prompt of the database does. Lenient: while the database is away people keep what they have.
 */
export function startSweep(node: LiveNode, connections: Connections): { stop(): void } {
  let running = false;
  const sweep = async () => {
    if (running) return;
    running = true;
    try {
      const oldest = performance.now() - node.limits.sweepMs;
      const due = [...connections].filter((connection) => connection.verifiedAt < oldest);
      for (let at = 0; at < due.length; at += AT_ONCE)
        await Promise.all(due.slice(at, at + AT_ONCE).map((connection) => lookUp(node, connections, connection)));
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void sweep(), Math.min(2_000, node.limits.sweepMs / 4));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function lookUp(node: LiveNode, connections: Connections, connection: Connection): Promise<void> {
  connection.verifiedAt = performance.now();
  if (!(await verifySession(node, connection, false))) return;
  await Promise.all([...connection.seats.values()].map((seat) => recheckSeat(node, connection, seat, false)));
  await recheckTopics(node, connections, connection, false);
}

/** Looks again when a session is over, and ends the socket unless it was prolonged. */
export function watchExpiry(node: LiveNode, connections: Connections): { stop(): void } {
  const looking = new WeakSet<Connection>();
  const look = async (connection: Connection) => {
    if (looking.has(connection)) return;
    looking.add(connection);
    const stands = await verifySession(node, connection, true);
    if (stands && connection.session.expiresAt <= node.ports.clock()) connection.end("SESSION_ENDED");
    looking.delete(connection);
  };
  // One clock for all: a timer for each, every one of another length, is a list and half a kilobyte for each.
  const timer = setInterval(() => {
    const now = node.ports.clock();
    for (const connection of connections) if (connection.session.expiresAt <= now) void look(connection);
  }, node.limits.expiryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
