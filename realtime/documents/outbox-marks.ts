import type { DocumentLog } from "#db/documents/log.ts";
import type { Outbox } from "#db/documents/stored.ts";
import { AskedTogether } from "./asked-together.ts";

/** How far outboxes were saved, asked for all who come in meanwhile at once: two hundred who return are one question. */
export class OutboxMarks {
  private readonly marks: AskedTogether<Outbox, number>;

  constructor(log: Pick<DocumentLog, "sessionMarks">) {
    this.marks = new AskedTogether((outboxes) => log.sessionMarks(outboxes));
  }

  /** 0 when compacted rows hold nothing of it. @throws what the log throws. */
  async read(outbox: Outbox): Promise<number> {
    return (await this.marks.one(outbox)) ?? 0;
  }
}
