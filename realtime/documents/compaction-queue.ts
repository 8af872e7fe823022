import type { DocumentLog } from "#db/documents/log.ts";
import type { LiveLog } from "../ports.ts";
import { compactDocument } from "./compact-document.ts";

/**
 * Documents that deserve a compaction, done one at a time in the background. In memory only: a document that is
 * forgotten here is noticed again at its next edits.
 */
export class CompactionQueue {
  private readonly waiting = new Set<string>();
  private running = false;
  private closed = false;

  constructor(
    private readonly log: DocumentLog,
    private readonly logger: LiveLog,
    private readonly waitingAtMost: number,
    /** Told what was merged, so that rooms count from there. */
    private readonly onCompacted: (documentId: string, rows: number) => void,
  ) {}

  add(documentId: string): void {
    if (this.closed || this.waiting.size >= this.waitingAtMost) return;
    this.waiting.add(documentId);
    if (!this.running) void this.run();
  }

  close(): void {
    this.closed = true;
    this.waiting.clear();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (const documentId of this.waiting) {
      try {
        const done = await compactDocument(this.log, documentId);
        if (done.outcome === "compacted") {
          this.onCompacted(documentId, done.rows);
          this.logger.info({ documentId, rows: done.rows, bytes: done.bytes }, "a document's log was compacted");
        }
      } catch (error) {
        this.logger.error({ err: error, documentId }, "a document's log could not be compacted");
      }
      this.waiting.delete(documentId);
    }
    this.running = false;
  }
}
