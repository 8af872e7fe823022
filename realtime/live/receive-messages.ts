import { checkDocument } from "../documents/check-document.ts";
import { joinDocument } from "../documents/join-document.ts";
import { readVector } from "../documents/state-vector.ts";
import { type Refusal, refusal } from "../wire/codes.ts";
import type { Answer, Checked, ClientMessages, Joined, More, Watching } from "../wire/messages.ts";
import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import type { LiveNode, LiveSocket } from "./live-node.ts";
import {
  isDocumentId,
  readCheckRequest,
  readDocumentId,
  readJoinRequest,
  readMoreRequest,
  readTopics,
} from "./read-requests.ts";

/** What this protocol has; a message of another name is refused and counted against its sender. */
const KNOWN = { join: 1, more: 1, leave: 1, check: 1, watch: 1, unwatch: 1, frame: 1 } satisfies Record<
  keyof ClientMessages,
  1
>;

/** Connects the messages of a socket with what they do. Every message that wants an answer gets one. */
export function receiveMessages(node: LiveNode, connections: Connections, connection: Connection, socket: LiveSocket) {
  const answering = answerer(node, connection);
  socket.on("join", (request: unknown, vector: unknown, answer: unknown) =>
    answering<Joined>(answer, (reply) => join(node, connection, request, vector, reply)),
  );
  socket.on("more", (request: unknown, answer: unknown) =>
    answering<More>(answer, async (reply) => more(node, connection, request, reply)),
  );
  socket.on("leave", (request: unknown) => {
    const documentId = readDocumentId(request);
    if (documentId !== null) connection.leave(documentId);
  });
  socket.on("check", (request: unknown, answer: unknown) =>
    answering<Checked>(answer, (reply) => check(node, connection, request, reply)),
  );
  socket.on("watch", (request: unknown, answer: unknown) =>
    answering<Watching>(answer, (reply) => watch(node, connections, connection, request, reply)),
  );
  socket.on("unwatch", (request: unknown) => {
    for (const topic of readTopics(request, node.limits) ?? []) connections.unwatch(connection, topic);
  });
  socket.onAny((name: string, ...sent: unknown[]) => {
    if (Object.hasOwn(KNOWN, name)) return;
    const answer = sent.at(-1);
    if (typeof answer === "function") answer(refusal("BAD_MESSAGE"));
    connection.blame("BAD_MESSAGE");
  });
}

/** Whatever goes wrong inside, the client hears that it may try again, and the log hears why. */
function answerer(node: LiveNode, connection: Connection) {
  return async <Reply>(answer: unknown, work: (reply: Answer<Reply>) => Promise<Refusal | null>): Promise<void> => {
    if (typeof answer !== "function") return connection.blame("BAD_MESSAGE");
    const reply = answer as Answer<Reply>;
    try {
      const refused = await work(reply);
      if (refused) reply(refused);
      if (refused?.code === "BAD_MESSAGE") connection.blame("BAD_MESSAGE");
    } catch (error) {
      node.ports.logger.error({ err: error, personId: connection.session.personId }, "a live request failed");
      reply(refusal("TEMPORARY"));
    }
  };
}

async function join(
  node: LiveNode,
  connection: Connection,
  value: unknown,
  bytes: unknown,
  answer: Answer<Joined>,
): Promise<Refusal | null> {
  const request = readJoinRequest(value);
  if (!request || !(bytes instanceof Uint8Array)) return refusal("BAD_MESSAGE");
  if (bytes.length > node.limits.vectorBytes) return refusal("TOO_BIG");
  const vector = readVector(bytes);
  if (!vector) return refusal("BAD_MESSAGE");
  if (node.receiving.isDraining()) return refusal("DRAINING");
  if (!connection.may.joins.take()) return refusal("TOO_MANY", 1_000);
  const { documentId } = request;
  if (!isDocumentId(documentId)) return refusal("NOT_FOUND");
  connection.leave(documentId);
  if (connection.wishes.size >= node.limits.documentsPerSocket) return refusal("TOO_MANY");
  const slot = connection.newSlot();
  connection.wishes.set(documentId, slot);
  const isWanted = () => connection.open && connection.wishes.get(documentId) === slot;
  let seated = false;
  try {
    return await joinDocument(node.joining, {
      line: connection,
      isWanted,
      slot,
      request,
      vector,
      welcome: (seat, reply, body) => {
        seated = true;
        connection.take(seat);
        if (!request.takesPieces || body.length <= node.limits.openingPieceBytes) return answer(reply, body);
        connection.rests.set(slot, body);
        answer({ ...reply, bytes: body.length }, body.subarray(0, node.limits.openingPieceBytes));
      },
    });
  } finally {
    if (!seated && connection.wishes.get(documentId) === slot) connection.wishes.delete(documentId);
  }
}

/** One piece at a time: the client's next question says that it has read the last one. */
function more(node: LiveNode, connection: Connection, value: unknown, answer: Answer<More>): Refusal | null {
  const request = readMoreRequest(value);
  if (!request) return refusal("BAD_MESSAGE");
  const { documentId, slot, from } = request;
  const rest = connection.seats.get(documentId)?.member.slot === slot ? connection.rests.get(slot) : undefined;
  if (!rest || from >= rest.length) return refusal("NOT_FOUND");
  const to = from + node.limits.openingPieceBytes;
  if (to >= rest.length) connection.rests.delete(slot);
  answer({ ok: true }, rest.subarray(from, to));
  return null;
}

async function check(
  node: LiveNode,
  connection: Connection,
  value: unknown,
  answer: Answer<Checked>,
): Promise<Refusal | null> {
  const request = readCheckRequest(value);
  if (!request) return refusal("BAD_MESSAGE");
  if (!connection.may.checks.take()) return refusal("TOO_MANY", 1_000 / node.limits.checksPerSecond);
  const seat = connection.seats.get(request.documentId);
  if (!seat) return refusal("NOT_FOUND");
  const { reply, body } = await checkDocument(node.ports.logger, seat, request);
  // The rights may have gone while the document was read.
  if (connection.seats.get(request.documentId) !== seat) return refusal("NOT_FOUND");
  if (body) answer(reply, body);
  else answer(reply);
  return null;
}

async function watch(
  node: LiveNode,
  connections: Connections,
  connection: Connection,
  value: unknown,
  answer: Answer<Watching>,
): Promise<Refusal | null> {
  const topics = readTopics(value, node.limits);
  if (!topics) return refusal("BAD_MESSAGE");
  const { access } = node.joining;
  const fresh = topics.filter((topic) => !connection.topics.has(topic));
  let moment: number;
  let allowed: boolean[];
  do {
    moment = access.moment;
    allowed = await Promise.all(fresh.map((topic) => access.mayWatch(connection.session.personId, topic)));
  } while (!access.isFresh(moment));
  if (!connection.open) return refusal("TEMPORARY");
  if (connection.topics.size + fresh.length > node.limits.topicsPerSocket) return refusal("TOO_MANY");
  fresh.forEach((topic, index) => {
    if (allowed[index]) connections.watch(connection, topic);
  });
  answer({ ok: true, refused: fresh.filter((_, index) => !allowed[index]) });
  return null;
}
