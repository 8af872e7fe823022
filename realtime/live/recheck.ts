import type { Seat } from "../documents/join-document.ts";
import type { LiveSession } from "../ports.ts";
import type { DocumentRights } from "../wire/messages.ts";
import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import type { LiveNode } from "./live-node.ts";
import { receiveFrame } from "./receive-frame.ts";

export interface Recheck {
  personId?: string;
  documentId?: string;
  sessionId?: string;
}

/**
 * Looks everything up again that may have changed, for the sockets of this node: they lose exactly what was lost. What
 * members send meanwhile waits. What cannot be found out counts as lost, with a code that says to try again; so does what
 * is on its way to the log of those who have left.
 */
export async function recheckSockets(
  node: LiveNode,
  connections: Connections,
  changes: readonly Recheck[],
): Promise<void> {
  node.joining.access.changed();
  const concerned = [...connections]
    .map((connection) => {
      const own = changes.filter((what) => isAbout(what, connection.session));
      const whole = own.some(({ documentId }) => documentId === undefined);
      const seats = [...connection.seats.values()].filter(
        ({ member }) => whole || own.some(({ documentId }) => documentId === member.documentId),
      );
      return { connection, whole, seats };
    })
    .filter(({ whole, seats }) => whole || seats.length > 0);
  for (const { member } of concerned.flatMap(({ seats }) => seats)) member.held ??= [];
  await Promise.all(
    concerned.map(async ({ connection, whole, seats }) => {
      if (whole && !(await verifySession(node, connection, true))) return;
      await Promise.all([
        ...seats.map((seat) => recheckSeat(node, connection, seat, true)),
        ...(whole ? [recheckTopics(node, connections, connection, true)] : []),
      ]);
    }),
  );
  for (const room of node.joining.rooms.all())
    room.withdrawFromLeft(({ line, documentId }) =>
      changes.some((what) => isAbout(what, line.session) && (what.documentId ?? documentId) === documentId),
    );
}

const isAbout = ({ personId, sessionId }: Recheck, session: LiveSession): boolean =>
  (personId ?? session.personId) === session.personId && (sessionId ?? session.sessionId) === session.sessionId;

/**
 * Whether the session still stands; ends the socket when not. `strict`: also when nobody can tell just now.
 */
export async function verifySession(node: LiveNode, connection: Connection, strict: boolean): Promise<boolean> {
  try {
    const session = await node.ports.authenticate(connection.cookie);
    if (session && session.personId === connection.session.personId) {
      connection.session = session;
      connection.verifiedAt = performance.now();
      return connection.open;
    }
    connection.end("SESSION_ENDED");
    return false;
  } catch (error) {
    node.ports.logger.error({ err: error }, "a session could not be looked up");
    if (strict) connection.end("TEMPORARY");
    return false;
  }
}

/** Brings a member's rights up to date. `strict`: unknown rights are no rights. */
export async function recheckSeat(node: LiveNode, connection: Connection, seat: Seat, strict: boolean): Promise<void> {
  const { member } = seat;
  try {
    const rights = await node.joining.access.rights(connection.session.personId, member.documentId);
    if (connection.seats.get(member.documentId) !== seat) return;
    if (!rights?.read) connection.evict(member, "REMOVED");
    else apply(node, connection, seat, rights);
  } catch (error) {
    node.ports.logger.error({ err: error, documentId: member.documentId }, "rights could not be looked up");
    if (strict && connection.seats.get(member.documentId) === seat) connection.evict(member, "TEMPORARY");
  } finally {
    release(node, connection, seat);
  }
}

function apply(node: LiveNode, connection: Connection, { member, room }: Seat, rights: DocumentRights): void {
  const before = member.rights;
  member.rights = rights;
  if (before.write && !rights.write) room.withdraw(member, "READ_ONLY");
  if (before.presence !== rights.presence) {
    if (rights.presence) {
      room.presence.greet(member);
      room.presence.set(member, { cursor: null });
    } else room.presence.remove(member);
    node.joining.rooms.presence.add(room);
  }
  const same = (["write", "comment", "presence"] as const).every((right) => before[right] === rights[right]);
  if (same) return;
  const outdated = member.schemaVersion < room.schemaVersion;
  const code = before.write && !rights.write ? ({ code: "READ_ONLY" } as const) : {};
  connection.tell("rights", {
    documentId: member.documentId,
    rights: outdated ? { ...rights, write: false } : rights,
    ...code,
  });
}

/** Reads what was held back, with the rights as they are now. */
function release(node: LiveNode, connection: Connection, { member }: Seat): void {
  const held = member.held ?? [];
  member.held = null;
  for (const bytes of held) if (connection.open) receiveFrame(node, connection, bytes);
}

/** Lets go of topics that may no longer be watched. `strict`: also of those that nobody can tell about just now. */
export async function recheckTopics(
  node: LiveNode,
  connections: Connections,
  connection: Connection,
  strict: boolean,
): Promise<void> {
  const { personId } = connection.session;
  const lost: string[] = [];
  await Promise.all(
    [...connection.topics].map(async (topic) => {
      if (await node.joining.access.mayWatch(personId, topic).catch(() => !strict)) return;
      connections.unwatch(connection, topic);
      lost.push(topic);
    }),
  );
  if (lost.length > 0) connection.tell("unwatched", { topics: lost });
}
