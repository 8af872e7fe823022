import { Listeners } from "./listeners.ts";
import { type DocumentStatus, PATIENCE_MS, type StatusFacts, statusOf } from "./status.ts";

/** Keeps the status of a document true as facts change and as time goes by. */
export class Light {
  status: DocumentStatus = "connecting";
  readonly listeners = new Listeners<[DocumentStatus]>();
  private patience: ReturnType<typeof setTimeout> | undefined;

  /** `onImpatient` is called whenever something has been waiting for another ten seconds. */
  constructor(
    private readonly facts: () => StatusFacts,
    private readonly onImpatient: () => void,
  ) {}

  /** Some fact may have changed. */
  refresh(): void {
    const facts = this.facts();
    clearTimeout(this.patience);
    if (facts.pending > 0 && !facts.removed)
      this.patience = setTimeout(() => this.loseIt(), PATIENCE_MS - (facts.waitingMs % PATIENCE_MS) + 1);
    const status = statusOf(facts);
    if (status === this.status) return;
    this.status = status;
    this.listeners.tell(status);
  }

  stop(): void {
    clearTimeout(this.patience);
  }

  private loseIt(): void {
    this.refresh();
    this.onImpatient();
  }
}
