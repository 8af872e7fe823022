import { setTimeout as sleep } from "node:timers/promises";
import type { DocumentLog } from "#db/documents/log.ts";
import { type Append, UnheardRights, UnstorableAppend } from "#db/documents/stored.ts";
import type { LiveLog } from "../ports.ts";
import type { Limits } from "../wire/limits.ts";

/** A document with updates that wait for the log. */
export interface Committing {
  readonly id: string;
  /** How many sockets are told of its commits. */
  readonly reach: number;
  /** What to append now, at most about so many bytes; null when there is nothing or it is not the moment. */
  take(bytes: number): { append: Append; bytes: number } | null;
  /** The row is committed. */
  committed(): void;
  /** Another node was first: nothing was written. */
  overtaken(): void;
  /** It is not known whether the row was written: offer it again. */
  unsettled(): void;
  /** The log will never take this row. */
  unstorable(): void;
}

/** How far this node has heard who may write. */
export interface HeardRights {
  readonly heard: number;
  /** Resolves when what had changed at the time of the call has been looked up again, and withdrawn where it was lost. */
  catchUp(): Promise<void>;
}

/**
 * Brings the updates of all documents of this node to the log, together: everything that was admitted in one turn of
 * the event loop, or while the append before was under way, goes in one statement and one commit. One at a time: a
 * second one in flight would only share the same disk. Under load, or with many readers, the next one waits some
 * milliseconds more: what it gathers meanwhile goes to each of them in one write. When the log fails, nothing is acknowledged, shown or dropped;
 * the same is offered again until it is taken.
 */
export class GroupCommit {
  private readonly waiting = new Set<Committing>();
  private running: Promise<void> | null = null;
  private appending: Promise<unknown> | null = null;
  /** `performance.now()` before which there is no next append. */
  private notBefore = 0;
  private failingSince: number | null = null;
  /** Nothing could be saved for a while; authors have been told. */
  stalled = false;
  /** Accepted and not yet committed, in bytes. */
  queuedBytes = 0;

  constructor(
    private readonly log: DocumentLog,
    private readonly rights: HeardRights,
    private readonly limits: Limits,
    private readonly logger: LiveLog,
    /** Told when saving stops working for a while, and when it works again. */
    private readonly onStalled: (stalled: boolean) => void,
    /** Told once per commit which documents moved on. */
    private readonly onCommitted: (appends: readonly Append[]) => void,
  ) {}

  /** Marks a document as having something to commit. */
  add(document: Committing): void {
    this.waiting.add(document);
    this.running ??= this.run().finally(() => {
      this.running = null;
      if (this.waiting.size > 0) this.add(this.waiting.values().next().value as Committing);
    });
  }

  /** Resolves when the append that is under way has ended, or after `withinMs`. */
  async settleTaken(withinMs: number): Promise<void> {
    if (this.appending) await Promise.race([this.appending, sleep(withinMs, undefined, { ref: false })]);
  }

  /** Resolves when nothing is on its way, or after `withinMs`. @returns whether all is committed. */
  async settle(withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    while (this.queuedBytes > 0 && performance.now() < deadline) await sleep(5);
    return this.queuedBytes === 0;
  }

  private async run(): Promise<void> {
    // The rest of this turn's updates come along.
    await new Promise(setImmediate);
    while (this.waiting.size > 0) {
      const early = this.notBefore - performance.now();
      if (early > 0) await sleep(early);
      const batch = this.gather();
      if (batch.length === 0) return;
      this.notBefore = performance.now() + this.gap(batch);
      if (await this.append(batch)) await this.backOff();
    }
  }

  private gather(): [Committing, Append][] {
    const batch: [Committing, Append][] = [];
    let room = this.limits.appendBytes;
    for (const document of this.waiting) {
      if (batch.length >= this.limits.appendDocuments || room <= 0) break;
      this.waiting.delete(document);
      const taken = document.take(room);
      if (taken === null) continue;
      batch.push([document, taken.append]);
      room -= taken.bytes;
    }
    return batch;
  }

  /** Milliseconds from the beginning of this append to that of the next. */
  private gap(batch: [Committing, Append][]): number {
    let reach = 0;
    for (const [document] of batch) reach += document.reach;
    const gap = Math.min(this.limits.commitGapMs, reach * this.limits.commitGapPerSocketMs);
    // A timer takes as long as a small gap, and so does the append itself.
    return gap < 2 ? 0 : gap;
  }

  /** @returns whether it failed in a way that waiting may cure. */
  private async append(batch: [Committing, Append][]): Promise<boolean> {
    const appends = batch.map(([, append]) => append);
    let taken: Set<string>;
    const hanging = setTimeout(() => this.stalls("no answer"), this.limits.unansweredAfterMs);
    try {
      const appending = this.log.append(appends, this.rights.heard);
      this.appending = appending.catch(() => {});
      taken = await appending;
    } catch (error) {
      if (error instanceof UnstorableAppend) return this.isolate(batch, error);
      for (const [document] of batch) document.unsettled();
      if (error instanceof UnheardRights) return await this.hear();
      this.fails(error);
      return true;
    } finally {
      clearTimeout(hanging);
    }
    this.works();
    this.careful(() => this.onCommitted(appends.filter((append) => taken.has(append.documentId))));
    for (const [document] of batch)
      this.careful(() => (taken.has(document.id) ? document.committed() : document.overtaken()), document.id);
    return false;
  }

  /** What goes wrong in showing one document's updates must not keep the others from theirs: all are on disk. */
  private careful(tell: () => void, documentId?: string): void {
    try {
      tell();
    } catch (error) {
      this.logger.error({ err: error, documentId }, "committed updates could not be sent on");
    }
  }

  /** What is offered again is only of those who may still write. @returns whether nobody could tell who that is. */
  private async hear(): Promise<boolean> {
    try {
      await this.rights.catchUp();
      return false;
    } catch (error) {
      this.fails(error);
      return true;
    }
  }

  /** One row that the database will never take must not hold up the other documents. */
  private async isolate(batch: [Committing, Append][], error: UnstorableAppend): Promise<boolean> {
    if (batch.length === 1) {
      const [[document]] = batch as [[Committing, Append]];
      // A refusal is an answer.
      this.works();
      this.logger.error({ err: error, documentId: document.id }, "an update could not be stored and was refused");
      document.unstorable();
      return false;
    }
    const middle = batch.length >> 1;
    const first = await this.append(batch.slice(0, middle));
    const second = await this.append(batch.slice(middle));
    return first || second;
  }

  private works(): void {
    this.failingSince = null;
    if (!this.stalled) return;
    this.stalled = false;
    this.logger.info({}, "the log takes updates again");
    this.onStalled(false);
  }

  private fails(error: unknown): void {
    const now = performance.now();
    if (this.failingSince === null) this.logger.warn({ err: error }, "the log did not take an append; trying again");
    this.failingSince ??= now;
    if (now - this.failingSince >= this.limits.stalledAfterMs) this.stalls(error);
  }

  private stalls(error: unknown): void {
    if (this.stalled) return;
    this.stalled = true;
    this.logger.error({ err: error, queuedBytes: this.queuedBytes }, "the log takes no updates");
    this.onStalled(true);
  }

  private backOff(): Promise<void> {
    const failingFor = performance.now() - (this.failingSince ?? performance.now());
    const wait = Math.min(this.limits.appendRetryMaxMs, Math.max(this.limits.appendRetryMs, failingFor / 2));
    return sleep(wait * (0.75 + Math.random() / 2));
  }
}
