import type { Socket } from "socket.io";
import { type EngineConnection, engineConnection } from "./engine.ts";
import type { Turns } from "./turns.ts";

/** A connection before anybody knows whose it is: small frames, a few of them, and then the line is cut. */
export function restrict(conn: unknown, frameBytes: number, packets: number): void {
  const connection = conn as EngineConnection;
  setFrameLimit(connection, frameBytes);
  let left = packets;
  const onPacket = () => {
    if (--left < 0) connection.transport.socket?.terminate();
  };
  restrictions.set(connection, onPacket);
  connection.on("packet", onPacket);
}

const restrictions = new WeakMap<EngineConnection, () => void>();

/**
 * Lifts that. From now on document frames (binary, not starting with the parser's own zero) come straight from the
 * line: Socket.IO would pass each through two more turns of its queue and a dozen calls. They may overtake a message
 * sent just before them; none of the messages means anything to the frames after it (`wire/messages.ts`).
 *
 * @param onPacket called for everything that comes, before it is read.
 */
export function unrestrict(
  socket: Socket,
  frameBytes: number,
  turns: Turns,
  onPacket: () => void,
  onFrame: (bytes: Uint8Array) => void,
): void {
  const connection = engineConnection(socket);
  const restriction = restrictions.get(connection);
  if (restriction) connection.off("packet", restriction);
  setFrameLimit(connection, frameBytes);
  const line = connection.transport.socket;
  const theirs = line?.listeners("message") ?? [];
  if (!line || theirs.length !== 1) throw new Error("engine.io does not listen to its line as it used to");
  const [toEngine] = theirs;
  line.off("message", toEngine!);
  const read = turns.lane(line, (data: Uint8Array, isBinary: boolean) => {
    if (isBinary && data.length > 0 && data[0] !== 0) onFrame(data);
    else toEngine!.call(line, data, isBinary);
  });
  line.on("message", (data, isBinary) => {
    onPacket();
    read(data, isBinary);
  });
}

/** Sees to it that a line which was closed is gone after `graceMs`: `ws` waits half a minute for the other side. */
export function cutWhenClosed(conn: unknown, graceMs: number): void {
  const { socket } = (conn as EngineConnection).transport;
  (conn as EngineConnection).on("close", () => setTimeout(() => socket?.terminate(), graceMs).unref());
}

/** `ws` has one limit per server; what it reads per connection is this field. */
function setFrameLimit({ transport }: EngineConnection, bytes: number): void {
  const receiver = transport.socket?._receiver;
  if (receiver) receiver._maxPayload = bytes;
}
