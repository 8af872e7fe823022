import { Worker } from "node:worker_threads";
import { WorkError } from "./work-error.ts";

/** What goes to a thread. `parts` are byte strings packed into one array, which is handed over and not copied. */
export interface Job {
  task: string;
  parts: Uint8Array<ArrayBuffer>;
  details: unknown;
}

export type Outcome =
  | { ok: true; value: unknown; parts: Uint8Array<ArrayBuffer> }
  | { ok: false; message: string; stack?: string };

export const READY = "ready";

/** A document at its limit (16 MB) needs about a tenth of this; what needs more is ended, and the server lives. */
const MEMORY_MB = 768;

interface Running {
  job: Job;
  withinMs: number;
  timer?: NodeJS.Timeout;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

/** One thread with one job at a time. The deadline counts from the moment that the thread can begin. */
export class Thread {
  private readonly worker: Worker;
  private running: Running | null = null;
  private isReady = false;
  private isOver = false;

  constructor(
    file: URL,
    /** It is gone and takes no more. */
    private readonly onEnd: () => void,
  ) {
    this.worker = startWorker(file);
    this.worker.on("message", (message: unknown) => this.receive(message));
    this.worker.on("error", (error) => this.over(error instanceof Error ? error : new Error(String(error))));
    this.worker.on("exit", () => this.over(null));
    this.worker.unref();
  }

  get isFree(): boolean {
    return this.running === null && !this.isOver;
  }

  /** @throws WorkError when it is over its deadline or the thread ends. */
  run(job: Job, withinMs: number): Promise<Outcome> {
    // While it works it keeps the process alive; at other times it does not.
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.running = { job, withinMs, resolve, reject };
      if (this.isReady) this.begin(this.running);
    });
  }

  async end(): Promise<void> {
    this.over(null);
    await this.worker.terminate();
  }

  private begin(running: Running): void {
    const { job, withinMs } = running;
    running.timer = setTimeout(() => this.over(new WorkError("too long", job.task)), withinMs);
    this.worker.postMessage(job, [job.parts.buffer]);
  }

  private receive(message: unknown): void {
    if (message === READY) {
      this.isReady = true;
      if (this.running) this.begin(this.running);
      return;
    }
    const { running } = this;
    if (running === null) return;
    clearTimeout(running.timer);
    this.running = null;
    this.worker.unref();
    running.resolve(message as Outcome);
  }

  private over(error: Error | null): void {
    if (this.isOver) return;
    this.isOver = true;
    const { running } = this;
    this.running = null;
    clearTimeout(running?.timer);
    void this.worker.terminate();
    this.onEnd();
    if (error !== null && !(error instanceof WorkError) && !this.isReady)
      // It never came up: a fault of ours, not of a document.
      running?.reject(new Error("a thread could not start", { cause: error }));
    else running?.reject(error instanceof WorkError ? error : new WorkError("ended", running.job.task));
  }
}

/** In production a thread's file is a bundle beside the server's. A source needs a loader, which only development has. */
function startWorker(file: URL): Worker {
  const options = { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } };
  if (!file.pathname.endsWith(".ts")) return new Worker(file, options);
  return new Worker(new URL("./source-thread.mjs", import.meta.url), { ...options, workerData: { file: file.href } });
}
