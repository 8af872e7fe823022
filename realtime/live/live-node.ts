import type { Socket } from "socket.io";
import type { Joining } from "../documents/join-document.ts";
import type { Receiving } from "../documents/receive-update.ts";
import type { LiveSession, RealtimePorts } from "../ports.ts";
import type { Limits } from "../wire/limits.ts";
import type { ClientMessages, ServerMessages } from "../wire/messages.ts";
import type { Connection } from "./connection.ts";
import type { Persons } from "./persons.ts";

type NoEvents = Record<string, never>;
export type LiveSocket = Socket<ClientMessages, ServerMessages, NoEvents, { session: LiveSession; moment: number }>;

/** What every socket of this node works with. */
export interface LiveNode {
  ports: RealtimePorts;
  limits: Limits;
  joining: Joining;
  receiving: Receiving;
  /** Whether the log takes nothing just now. */
  isStalled(): boolean;
  persons: Persons<Connection>;
}
