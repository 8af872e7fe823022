import { Listeners } from "./listeners.ts";
import { type DocumentStatus, PATIENCE_MS, type StatusFacts, statusOf } from "./status.ts";

/** Keeps the status of a document true as facts change and as time goes by. */
export class Light {
  status: DocumentStatus = "connecting";
  readonly listeners = new Listeners<[DocumentStatus]>();
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly facts: () => StatusFacts) {}

  /** Some fact may have changed. */
  refresh(): void {
    const facts = this.facts();
    clearTimeout(this.patience);
    if (facts.pending > 0 && facts.waitingMs < PATIENCE_MS && !facts.removed)
      this.patience = setTimeout(() => this.refresh(), PATIENCE_MS - facts.waitingMs + 1);
    const status = statusOf(facts);
    if (status === this.status) return;
    this.status = status;
    this.listeners.tell(status);
  }

  stop(): void {
    clearTimeout(this.patience);
  }
}
