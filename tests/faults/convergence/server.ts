import * as Y from "yjs";
import { admitUpdate, inspectUpdate, type UpdateFacts } from "#realtime/documents/gate/index.ts";
import { Ledger, outboxKey } from "#realtime/documents/ledger.ts";

interface Row {
  personId: string;
  outbox: string;
  sequence: number;
  facts: UpdateFacts;
  update: Uint8Array;
}

export type Answer =
  | "saved"
  | "on its way"
  | "taken"
  | "OUT_OF_ORDER"
  | "CLOCK_GAP"
  | "FOREIGN_CLIENT"
  | "INVALID_UPDATE"
  | "TOO_BIG";

/** What a node does with an update: the real gate and the real ledger, over a log that a test can lose the end of. */
export class Server {
  readonly doc = new Y.Doc();
  readonly log: Row[] = [];
  private readonly ledger: Ledger;
  private admitted: Row[] = [];

  constructor(beginning: Uint8Array) {
    Y.applyUpdate(this.doc, beginning);
    this.ledger = new Ledger(Y.decodeStateVector(Y.encodeStateVector(this.doc)), new Map());
  }

  join(personId: string, sessionId: string, vector: Uint8Array) {
    return {
      savedUpTo: this.ledger.savedUpTo(outboxKey(personId, sessionId)) ?? 0,
      vector: Y.encodeStateVector(this.doc),
      update: Y.encodeStateAsUpdate(this.doc, vector),
      seq: this.log.length,
    };
  }

  receive(personId: string, sessionId: string, sequence: number, update: Uint8Array): Answer {
    const outbox = outboxKey(personId, sessionId);
    if (sequence <= (this.ledger.savedUpTo(outbox) ?? 0)) return "saved";
    const admittedUpTo = this.ledger.admittedUpTo(outbox);
    if (sequence <= admittedUpTo) return "on its way";
    if (sequence !== admittedUpTo + 1) return "OUT_OF_ORDER";
    const inspection = inspectUpdate(update);
    if (!inspection.ok) return inspection.code;
    const admission = admitUpdate(inspection.facts, this.ledger, personId);
    if (!admission.ok) return admission.code;
    const row = { personId, outbox, sequence, facts: inspection.facts, update };
    this.ledger.admit(row);
    this.admitted.push(row);
    return "taken";
  }

  /** What was admitted is on disk, and everybody may see it. */
  commit(): void {
    for (const row of this.admitted) {
      this.ledger.commit(row);
      this.log.push(row);
      Y.applyUpdate(this.doc, row.update);
    }
    this.admitted = [];
  }

  savedUpTo(personId: string, sessionId: string): number {
    return this.ledger.savedUpTo(outboxKey(personId, sessionId)) ?? 0;
  }

  /** Killed and started again: what was not committed is gone, and nobody was told that it is there. */
  kill(): void {
    this.admitted = [];
    this.ledger.fallBack();
  }
}
