import type { DocumentLog } from "#db/documents/log.ts";
import type { LiveLog } from "../ports.ts";
import type { Limits } from "../wire/limits.ts";
import { compactDocument } from "./compact-document.ts";
import { type DocumentWork, workOn } from "./materialise.ts";

/**
 * After so many failures the log is merged without its versions: a history that cannot be read, because somebody hostile
 * wrote it, must not let the log grow for ever.
 */
const TRIES_WITH_VERSIONS = 2;

interface Failure {
  times: number;
  /** `performance.now()` from which it may be tried again. */
  until: number;
}

/**
 * Documents that deserve a compaction, done one at a time in the background. In memory only: a document that is
 * forgotten here is noticed again at its next edits. One that cannot be compacted keeps its rows and is left alone for
 * a while, longer each time.
 */
export class CompactionQueue {
  private readonly waiting = new Set<string>();
  private readonly failures = new Map<string, Failure>();
  private running = false;
  private closed = false;

  constructor(
    private readonly log: DocumentLog,
    private readonly logger: LiveLog,
    private readonly limits: Limits,
    /** Told what was merged, so that rooms count from there. */
    private readonly onCompacted: (documentId: string, rows: number) => void,
    private readonly workFor: (documentId: string) => DocumentWork = workOn,
  ) {}

  add(documentId: string): void {
    if (this.closed || this.waiting.size >= this.limits.compactionsWaiting) return;
    if ((this.failures.get(documentId)?.until ?? 0) > performance.now()) return;
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
      const keepsVersions = (this.failures.get(documentId)?.times ?? 0) < TRIES_WITH_VERSIONS;
      try {
        const done = await compactDocument(this.log, documentId, this.workFor(documentId), keepsVersions);
        this.failures.delete(documentId);
        if (!keepsVersions) this.logger.error({ documentId }, "a document's log was compacted without its versions");
        if (done.outcome === "compacted") {
          this.onCompacted(documentId, done.rows);
          this.logger.info({ documentId, rows: done.rows, bytes: done.bytes }, "a document's log was compacted");
          if (done.setAside.length > 0)
            this.logger.error({ documentId, rows: done.setAside }, "rows that cannot be read were set aside");
          if (done.beyondSchema)
            this.logger.error({ documentId, blocks: done.beyondSchema }, "content beyond the schema is set aside");
        }
      } catch (error) {
        if (!this.closed) this.leaveAlone(documentId, error);
      }
      this.waiting.delete(documentId);
    }
    this.running = false;
  }

  private leaveAlone(documentId: string, error: unknown): void {
    const { compactAgainMs, compactAgainMostMs } = this.limits;
    const times = (this.failures.get(documentId)?.times ?? 0) + 1;
    const againInMs = Math.min(compactAgainMostMs, compactAgainMs * 2 ** (times - 1));
    this.failures.set(documentId, { times, until: performance.now() + againInMs });
    this.logger.error({ err: error, documentId, againInMs }, "a document's log could not be compacted");
  }
}
