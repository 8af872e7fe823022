import type { DocumentLog } from "#db/documents/log.ts";
import type { KnownFacts } from "./known-update.ts";
import { workOn } from "./materialise.ts";
import { Opening } from "./opening.ts";

/** An update of the log with what the room needs to know of it. */
export interface Recorded {
  update: Uint8Array;
  facts: KnownFacts;
}

interface Row {
  seq: number;
  recorded: readonly Recorded[];
}

/**
 * Keeps a document ready to be sent, as long as there is memory for it, and loads it again when it is asked for: once,
 * whoever asks meanwhile. Rows that are committed during a load are added to what it finds.
 */
export class OpeningShelf {
  private making: Promise<Opening> | null = null;
  private meanwhile: Row[] = [];

  constructor(
    private readonly documentId: string,
    private readonly log: DocumentLog,
    private opening: Opening | null,
  ) {}

  /** Up to `position` of the room at least. @throws Error when the log cannot be read or the document is gone. */
  opened(position: () => number): Promise<Opening> {
    if (this.opening) return Promise.resolve(this.opening);
    this.making ??= this.load(position).finally(() => {
      this.making = null;
      this.meanwhile = [];
    });
    return this.making;
  }

  /** Whether this is still what `opened` would give. */
  holds(opening: Opening): boolean {
    return this.opening === opening;
  }

  record(row: Row): void {
    if (this.making) this.meanwhile.push(row);
    if (this.opening) add(this.opening, row);
  }

  replace(opening: Opening): void {
    this.opening = opening;
  }

  forget(): void {
    this.opening = null;
  }

  get busy(): boolean {
    return this.making !== null;
  }

  get bytes(): number {
    return this.opening?.bytes ?? 0;
  }

  private async load(position: () => number): Promise<Opening> {
    for (;;) {
      const stored = await this.log.open(this.documentId);
      if (stored === null) throw new Error("the document was deleted");
      const opening = new Opening(stored, workOn(this.documentId));
      for (const row of this.meanwhile) add(opening, row);
      // Behind the room only if the room jumped over compacted rows meanwhile: they are in the next reading.
      if (opening.seq < position()) continue;
      this.opening = opening;
      return opening;
    }
  }
}

/** An opening that was read from the log after this row was written has it already. */
function add(opening: Opening, { seq, recorded }: Row): void {
  if (seq !== opening.seq + 1) return;
  for (const { update, facts } of recorded) opening.add(update, facts);
  opening.seq = seq;
}
