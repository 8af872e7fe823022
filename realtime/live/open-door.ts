import type { Server } from "socket.io";
import type { Door } from "./answer-at-the-door.ts";
import { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import type { EngineLine } from "./engine-line.ts";
import { type Doorkeeper, identify, refuseRequest } from "./handshake.ts";
import type { LiveNode, LiveSocket } from "./live-node.ts";
import { receiveFrame } from "./receive-frame.ts";
import { receiveMessages } from "./receive-messages.ts";
import { TokenBucket } from "./token-bucket.ts";
import { Turns } from "./turns.ts";

/**
 * Lets sockets in: restricted until it is known whose they are, for five seconds at most however much they send, and
 * with a message rate afterwards.
 */
export function openDoor(
  io: Server,
  node: LiveNode,
  connections: Connections,
  rules: Pick<Doorkeeper, "origins" | "isDraining">,
): Door {
  const { limits, ports } = node;
  const unknown = new Set<object>();
  const turns = new Turns(limits.readMsPerTurn);
  const { access } = node.joining;
  const door: Doorkeeper = {
    ...rules,
    ports,
    access,
    limits,
    persons: node.persons,
    unknownSockets: () => unknown.size,
  };

  io.engine.on("connection", (line: { on(event: "close", listener: () => void): void }) => {
    unknown.add(line);
    line.on("close", () => unknown.delete(line));
  });
  io.use((socket, next) => {
    identify(door, socket as LiveSocket).then(
      () => next(),
      (refused: Error) => {
        next(refused);
        // The client has its answer; a line that stays open would only wait for the deadline.
        setTimeout(() => socket.conn.close(), limits.closeGraceMs).unref();
      },
    );
  });
  io.on("connection", (socket) => {
    unknown.delete(socket.conn);
    if (rules.isDraining()) {
      socket.disconnect(true);
      return;
    }
    const line = socket.conn as unknown as EngineLine;
    const connection = new Connection(node, socket as LiveSocket, line);
    // Somebody was signed out between the last look and now; perhaps it was this one. The next attempt tells.
    if (!access.isFresh(socket.data.moment)) return connection.end("TEMPORARY", 0);
    const packets = new TokenBucket(limits.packetsPerSecond, limits.packetsBurst);
    line.admit(turns, {
      arrived() {
        if (!packets.take()) connection.end("TOO_MANY", 1_000);
      },
      frame(bytes) {
        if (connection.open) receiveFrame(node, connection, bytes);
      },
    });
    connections.add(connection);
    socket.on("disconnect", () => {
      connection.close();
      connections.remove(connection);
    });
    receiveMessages(node, connections, connection, socket as LiveSocket);
    if (node.isStalled()) connection.tell("stalled", { stalled: true });
  });
  return { refuse: (request) => refuseRequest(door, request), logger: ports.logger };
}
