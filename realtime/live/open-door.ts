import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import { type Doorkeeper, type DoorRefusal, identify, refuseRequest } from "./handshake.ts";
import { cutWhenClosed, restrict, unrestrict } from "./inbound.ts";
import type { LiveNode, LiveSocket } from "./live-node.ts";
import { receiveFrame } from "./receive-frame.ts";
import { receiveMessages } from "./receive-messages.ts";
import { verifySession } from "./recheck.ts";
import { watchExpiry } from "./sweep.ts";
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
): { refuse(request: IncomingMessage): DoorRefusal | null } {
  const { limits, ports } = node;
  const unknown = new Set<object>();
  const turns = new Turns(limits.readMsPerTurn);
  const door: Doorkeeper = { ...rules, ports, limits, persons: node.persons, unknownSockets: () => unknown.size };

  io.engine.on("connection", (line: { on(event: "close", listener: () => void): void }) => {
    unknown.add(line);
    line.on("close", () => unknown.delete(line));
    cutWhenClosed(line, limits.closeGraceMs);
    restrict(line, limits.unauthenticatedFrameBytes, limits.unauthenticatedPackets);
  });
  io.use((socket, next) => {
    const moment = node.joining.access.moment;
    identify(door, socket as LiveSocket).then(
      () => {
        socket.data.moment = moment;
        next();
      },
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
    const connection = new Connection(node, socket as LiveSocket);
    const packets = new TokenBucket(limits.packetsPerSecond, limits.packetsBurst);
    unrestrict(
      socket,
      limits.frameBytes,
      turns,
      () => {
        if (!packets.take()) connection.end("TOO_MANY", 1_000);
      },
      (bytes) => {
        if (connection.open) receiveFrame(node, connection, bytes);
      },
    );
    connections.add(connection);
    socket.on("disconnect", () => {
      connection.close();
      connections.remove(connection);
    });
    receiveMessages(node, connections, connection, socket as LiveSocket);
    watchExpiry(node, connection);
    if (node.isStalled()) connection.tell("stalled", { stalled: true });
    // Somebody was signed out while this session was being looked up; perhaps it was this one.
    if (!node.joining.access.isFresh(socket.data.moment)) void verifySession(node, connection, true);
  });
  return { refuse: (request) => refuseRequest(door, request) };
}
