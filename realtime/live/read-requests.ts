import { HIGHEST_CLIENT } from "../documents/gate/index.ts";
import type { Limits } from "../wire/limits.ts";
import type { CheckRequest, JoinRequest, MoreRequest } from "../wire/messages.ts";

/** Messages come from outside: what does not have its shape is null, whatever else it is. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function readJoinRequest(value: unknown): JoinRequest | null {
  if (!isObject(value)) return null;
  const { documentId, schemaVersion, sessionId, clientId } = value;
  if (typeof documentId !== "string" || typeof sessionId !== "string" || !UUID.test(sessionId)) return null;
  if (!isCount(schemaVersion) || !isCount(clientId) || clientId > HIGHEST_CLIENT) return null;
  const wantVector = value.wantVector === true;
  const takesPacked = value.takesPacked === true;
  const takesPieces = value.takesPieces === true;
  return { documentId, schemaVersion, sessionId, clientId, wantVector, takesPacked, takesPieces };
}

export function readDocumentId(value: unknown): string | null {
  return isObject(value) && typeof value.documentId === "string" ? value.documentId : null;
}

/** Whether a text can be the id of a document at all; PostgreSQL would answer another one with an error. */
export function isDocumentId(text: string): boolean {
  return UUID.test(text);
}

export function readMoreRequest(value: unknown): MoreRequest | null {
  if (!isObject(value)) return null;
  const { documentId, slot, from } = value;
  if (typeof documentId !== "string" || !isCount(slot) || !isCount(from)) return null;
  return { documentId, slot, from };
}

export function readCheckRequest(value: unknown): CheckRequest | null {
  if (!isObject(value)) return null;
  const { documentId, received, hash } = value;
  if (typeof documentId !== "string" || typeof hash !== "string" || !isCount(received)) return null;
  return { documentId, received, hash };
}

export function readTopics(value: unknown, limits: Limits): string[] | null {
  if (!isObject(value) || !Array.isArray(value.topics) || value.topics.length > limits.topicsPerMessage) return null;
  const topics: unknown[] = value.topics;
  const fits = (topic: unknown): topic is string =>
    typeof topic === "string" && topic.length > 0 && topic.length <= limits.topicLength;
  return topics.every(fits) ? [...new Set(topics)] : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
