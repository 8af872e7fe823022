import { availableParallelism } from "node:os";
import { type Job, type Outcome, Thread } from "./thread.ts";
import { WorkError } from "./work-error.ts";

export interface ThreadsOptions {
  file: URL;
  /** Threads at once. At least two, or one hostile document would keep all others waiting. */
  most?: number;
  /** A thread without work for so long is let go. */
  idleMs?: number;
  /** How long a document rests after its first piece of work over the deadline; twice as long after each more. */
  restMs?: number;
  restMostMs?: number;
}

interface Waiting {
  documentId: string;
  job: Job;
  withinMs: number;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

interface Rest {
  times: number;
  until: number;
}

/**
 * A few threads for work on documents. None is started before it is needed. A document has one piece of work under way
 * at most, so a costly one holds one thread; and after a piece of work that went over its deadline the document rests,
 * so that asking again and again costs nothing.
 */
export class Threads {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Waiting[] = [];
  private readonly atWork = new Set<string>();
  private readonly rests = new Map<string, Rest>();
  private idle: NodeJS.Timeout | undefined;
  private readonly options: Required<ThreadsOptions>;

  constructor(options: ThreadsOptions) {
    const most = Math.max(2, Math.min(4, availableParallelism() - 1));
    this.options = { most, idleMs: 30_000, restMs: 60_000, restMostMs: 3_600_000, ...options };
  }

  /** Threads that are there at this moment. */
  get size(): number {
    return this.threads.size;
  }

  /** @throws WorkError when the work was not done; see there. */
  run(documentId: string, job: Job, withinMs: number): Promise<Outcome> {
    if (this.isResting(documentId)) return Promise.reject(new WorkError("rests", job.task));
    return new Promise((resolve, reject) => {
      this.waiting.push({ documentId, job, withinMs, resolve, reject });
      this.next();
    });
  }

  /** Ends all threads and refuses what is under way or waiting. The next `run` starts one again. */
  async close(): Promise<void> {
    clearTimeout(this.idle);
    for (const { reject, job } of this.waiting.splice(0)) reject(new WorkError("ended", job.task));
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private next(): void {
    clearTimeout(this.idle);
    for (let at = 0; at < this.waiting.length; ) {
      const { documentId } = this.waiting[at]!;
      const thread = this.atWork.has(documentId) ? null : this.freeThread();
      if (thread === undefined) return;
      if (thread === null) at++;
      else this.give(thread, this.waiting.splice(at, 1)[0]!);
    }
    if (this.atWork.size > 0 || this.threads.size === 0) return;
    this.idle = setTimeout(() => void this.close(), this.options.idleMs);
    this.idle.unref();
  }

  /** Undefined when all are busy. */
  private freeThread(): Thread | undefined {
    for (const thread of this.threads) if (thread.isFree) return thread;
    if (this.threads.size >= this.options.most) return undefined;
    const thread: Thread = new Thread(this.options.file, () => this.threads.delete(thread));
    this.threads.add(thread);
    return thread;
  }

  private give(thread: Thread, { documentId, job, withinMs, resolve, reject }: Waiting): void {
    this.atWork.add(documentId);
    thread
      .run(job, withinMs)
      .then(
        (outcome) => {
          this.rests.delete(documentId);
          resolve(outcome);
        },
        (error: Error) => {
          if (error instanceof WorkError && error.failure === "too long") this.rest(documentId);
          reject(error);
        },
      )
      .finally(() => {
        this.atWork.delete(documentId);
        this.next();
      });
  }

  private isResting(documentId: string): boolean {
    return (this.rests.get(documentId)?.until ?? 0) > performance.now();
  }

  private rest(documentId: string): void {
    const { restMs, restMostMs } = this.options;
    const times = (this.rests.get(documentId)?.times ?? 0) + 1;
    this.rests.set(documentId, { times, until: performance.now() + Math.min(restMostMs, restMs * 2 ** (times - 1)) });
    for (let at = this.waiting.length - 1; at >= 0; at--) {
      const { job, reject, documentId: whose } = this.waiting[at]!;
      if (whose !== documentId) continue;
      this.waiting.splice(at, 1);
      reject(new WorkError("rests", job.task));
    }
  }
}
