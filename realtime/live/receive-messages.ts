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

/**
 * Does what the messages of a socket say. One listener for all of them: a listener each is a closure for every socket.
 * Every message that wants an answer gets one.
 */
export function receiveMessages(node: LiveNode, connections: Connections, connection: Connection, socket: LiveSocket) {
  socket.onAny((name: string, ...sent: unknown[]) => {
    if (connection.open) receive(node, connections, connection, name, sent);
  });
}

function receive(node: LiveNode, connections: Connections, connection: Connection, name: string, sent: unknown[]) {
  const [request, second, third] = sent;
  switch (name as keyof ClientMessages) {
    case "join":
      return answering<Joined>(node, connection, third, (reply) => join(node, connection, request, second, reply));
    case "more":
      return answering<More>(node, connection, second, async (reply) => more(node, connection, request, reply));
    case "leave": {
      const documentId = readDocumentId(request);
      if (documentId !== null) connection.leave(documentId);
      return;
    }
    case "check":
      return answering<Checked>(node, connection, second, (reply) => check(node, connection, request, reply));
    case "watch":
      return answering<Watching>(node, connection, second, (reply) =>
        watch(node, connections, connection, request, reply),
      );
    case "unwatch":
      for (const topic of readTopics(request, node.limits) ?? []) connections.unwatch(connection, topic);
      return;
    default: {
      const answer = sent.at(-1);
      if (typeof answer === "function") answer(refusal("BAD_MESSAGE"));
      connection.blame("BAD_MESSAGE");
    }
  }
}

/** Whatever goes wrong inside, the client hears that it may try again, and the log hears why. */
async function answering<Reply>(
  node: LiveNode,
  connection: Connection,
  answer: unknown,
  work: (reply: Answer<Reply>) => Promise<Refusal | null>,
): Promise<void> {
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
