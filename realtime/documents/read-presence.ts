import type { CursorPosition, PresenceState } from "../wire/messages.ts";
import { HIGHEST_CLIENT, ROOT_NAME } from "./gate/index.ts";

/**
 * Reads a client's own presence state; null when it is none. Only known fields of known types are passed on: a
 * position with another root's name would make that root in every colleague's document.
 */
export function readPresenceState(bytes: Uint8Array): PresenceState | null {
  let state: unknown;
  try {
    state = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!isObject(state) || state.cursor === undefined) return null;
  if (state.cursor === null) return { cursor: null };
  if (!isObject(state.cursor)) return null;
  const anchor = position(state.cursor.anchor);
  const head = position(state.cursor.head);
  return anchor && head ? { cursor: { anchor, head } } : null;
}

function position(value: unknown): CursorPosition | null {
  if (!isObject(value)) return null;
  const type = itemId(value.type);
  const item = itemId(value.item);
  const tname = value.tname ?? null;
  const assoc = value.assoc ?? 0;
  if (type === undefined || item === undefined || (tname !== null && tname !== ROOT_NAME)) return null;
  return assoc === 0 || assoc === -1 ? { type, tname, item, assoc } : null;
}

/** Null for none, undefined for something that is no id. */
function itemId(value: unknown): { client: number; clock: number } | null | undefined {
  if (value === undefined || value === null) return null;
  if (!isObject(value)) return undefined;
  const { client, clock } = value;
  if (!isCount(client) || !isCount(clock) || client > HIGHEST_CLIENT) return undefined;
  return { client, clock };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
