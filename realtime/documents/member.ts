import type { PreparedFrame } from "../live/prepared-frame.ts";
import type { LiveSession } from "../ports.ts";
import type { Code } from "../wire/codes.ts";
import type { DocumentRights, ServerMessages } from "../wire/messages.ts";

/** A socket, as the documents see it. */
export interface Line {
  readonly session: LiveSession;
  send(frame: PreparedFrame): void;
  /** For what is worth nothing later: left out when the reader is slow. */
  sendOrDrop(frame: PreparedFrame): void;
  tell<Event extends keyof ServerMessages>(event: Event, ...message: Parameters<ServerMessages[Event]>): void;
  /** Takes the socket out of the document and says why. */
  evict(member: Member, code: Code): void;
  /** Counts a refusal that no honest client earns. */
  blame(code: Code): void;
}

/** One socket in one document. */
export interface Member {
  readonly line: Line;
  readonly documentId: string;
  readonly slot: number;
  readonly presenceId: number;
  readonly sessionId: string;
  /** `outboxKey` of the person and that session. */
  readonly outbox: string;
  readonly schemaVersion: number;
  /** The reserved Yjs client id, to be given back on leaving. */
  readonly lease: number | null;
  rights: DocumentRights;
  /** Frames with document bytes sent to it. */
  framesSent: number;
  /** While its rights are being looked up: frames that came meanwhile, to be read afterwards. */
  held: Uint8Array[] | null;
}
