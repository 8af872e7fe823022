import type { OutboxEntry } from "../outbox.ts";
import type { DeviceCopy, DeviceNotes, NoteChange } from "./device.ts";

/** What others wrote and what was acknowledged can wait for each other; one's own edits go at once. */
const LAZY_MS = 400;

type Restart = { sessionId: string; edits: readonly OutboxEntry[] };

/**
 * Keeps the device up to date behind the typing: one write at a time, everything that came meanwhile in the next one.
 * After the first failure it keeps nothing any more and says so once.
 */
export class DeviceWriter {
  private edits: OutboxEntry[] = [];
  private others: Uint8Array[] = [];
  private settled = 0;
  private restarting: Restart | undefined;
  private notes: NoteChange[] = [];
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private keepsNotes = false;

  constructor(
    private readonly copy: DeviceCopy,
    private sessionId: string,
    private readonly onStored: (sessionId: string, upTo: number) => void,
    private readonly onFailed: (error: unknown) => void,
    /** A note could not be kept; the edits still may be. */
    private readonly onNoteLost: (error: unknown) => void,
  ) {}

  keepEdit(edit: OutboxEntry): void {
    this.edits.push(edit);
    this.run();
  }

  keepOthers(update: Uint8Array): void {
    this.others.push(update);
    this.runSoon();
  }

  settle(upTo: number): void {
    this.settled = upTo;
    this.runSoon();
  }

  /** A new outbox session takes the place of everything that waits, written or not. */
  restart(sessionId: string, edits: readonly OutboxEntry[]): void {
    this.restarting = { sessionId, edits };
    this.edits = [];
    this.settled = 0;
    this.run();
  }

  note(change: NoteChange): void {
    // What was kept past a wipe can still be settled.
    if (this.keepsNotes) void this.copy.note(change).catch(this.onNoteLost);
    else this.notes.push(change);
    this.run();
  }

  /** Forgets the document but for these notes; nothing is written any more. */
  async wipe(kept: Partial<DeviceNotes>): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    await this.copy.wipe(kept).catch(this.onFailed);
    this.keepsNotes = Object.keys(kept).length > 0;
  }

  /** Writes what is still waiting and lets go. */
  async close(): Promise<void> {
    this.run();
    await this.running;
    this.stopped = true;
    clearTimeout(this.timer);
    this.copy.close();
  }

  private runSoon(): void {
    this.timer ??= setTimeout(() => this.run(), LAZY_MS);
  }

  private run(): void {
    if (this.stopped || this.running !== undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running = this.work()
      .catch((error: unknown) => {
        this.stopped = true;
        this.onFailed(error);
      })
      .finally(() => {
        this.running = undefined;
      });
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      if (this.restarting !== undefined) await this.writeRestart(this.restarting);
      else if (this.edits.length > 0 || this.others.length > 0) await this.write();
      else if (this.settled > 0) await this.writeSettled(this.settled);
      else if (this.notes.length > 0) await this.writeNotes(this.notes);
      else return;
    }
  }

  private async writeRestart({ sessionId, edits }: Restart): Promise<void> {
    this.restarting = undefined;
    await this.copy.restart(sessionId, edits);
    this.sessionId = sessionId;
    this.confirm(edits);
  }

  private async write(): Promise<void> {
    const { edits, others } = this;
    this.edits = [];
    this.others = [];
    await this.copy.write(edits, others);
    this.confirm(edits);
  }

  private async writeSettled(upTo: number): Promise<void> {
    this.settled = 0;
    await this.copy.settle(upTo);
  }

  private async writeNotes(changes: readonly NoteChange[]): Promise<void> {
    this.notes = [];
    for (const change of changes) await this.copy.note(change).catch(this.onNoteLost);
  }

  private confirm(edits: readonly OutboxEntry[]): void {
    const last = edits[edits.length - 1];
    if (last !== undefined) this.onStored(this.sessionId, last.sequence);
  }
}
