import type { DocumentLog } from "#db/documents/log.ts";
import type { Outbox } from "#db/documents/stored.ts";

interface Asked {
  outbox: Outbox;
  resolve(mark: number): void;
  reject(error: unknown): void;
}

/** How far outboxes were saved, asked for all who come in meanwhile at once: two hundred who return are one question. */
export class OutboxMarks {
  private asked: Asked[] = [];
  private running = false;

  constructor(private readonly log: Pick<DocumentLog, "sessionMarks">) {}

  /** 0 when compacted rows hold nothing of it. @throws what the log throws. */
  read(outbox: Outbox): Promise<number> {
    return new Promise((resolve, reject) => {
      this.asked.push({ outbox, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.asked.length > 0) {
      // The rest of this turn's come along.
      await new Promise(setImmediate);
      const asked = this.asked.splice(0);
      try {
        const marks = await this.log.sessionMarks(asked.map(({ outbox }) => outbox));
        asked.forEach(({ resolve }, index) => {
          resolve(marks[index] ?? 0);
        });
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.running = false;
  }
}
