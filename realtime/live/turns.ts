type Read<Message extends unknown[]> = (...message: Message) => void;

interface Tap {
  pause(): void;
  resume(): void;
}

type Waiting = Pick<Lane<unknown[]>, "readSome">;

/** A round of the lines that wait gives each so many messages. */
const MESSAGES_PER_ROUND = 8;

/**
 * Shares the event loop among the lines. The kernel keeps megabytes for a line that floods, and a node that was held up
 * finds all of it at once: read in one go, that keeps everybody else waiting for as long as it takes. So what comes in
 * one turn of the loop is read for `turnMs` (milliseconds); the rest waits, in order, its lines are not read from
 * meanwhile, and they get their rounds in the turns that follow. Somebody who sends one message is in the first round.
 */
export class Turns {
  /** Lines with messages that wait. The first is the next. */
  private readonly waiting = new Set<Waiting>();
  /** When the share of this turn is used up; null when nothing was read in it. */
  private endsAt: number | null = null;

  constructor(
    private readonly turnMs: number,
    private readonly now: () => number = () => performance.now(),
    private readonly later: (next: () => void) => void = setImmediate,
  ) {}

  /** @returns what to call with every message of a line; `read` is called with each of them, in order. */
  lane<Message extends unknown[]>(tap: Tap, read: Read<Message>): Read<Message> {
    const lane = new Lane(tap, read);
    return (...message) => {
      if (lane.isEmpty && this.mayGoOn()) read(...message);
      else {
        lane.hold(message);
        this.waiting.add(lane);
      }
    };
  }

  private mayGoOn(): boolean {
    if (this.endsAt !== null) return this.now() < this.endsAt;
    this.begin();
    return true;
  }

  private begin(): void {
    this.endsAt = this.now() + this.turnMs;
    this.later(() => this.over());
  }

  private over(): void {
    this.endsAt = null;
    if (this.waiting.size === 0) return;
    this.begin();
    // A lane that is put behind the others in here comes round again.
    for (const lane of this.waiting) {
      this.waiting.delete(lane);
      if (!lane.readSome(MESSAGES_PER_ROUND)) this.waiting.add(lane);
      if (!this.mayGoOn()) return;
    }
  }
}

/** The messages of one line that wait for their turn. */
class Lane<Message extends unknown[]> {
  private held: Message[] = [];
  private at = 0;

  constructor(
    private readonly tap: Tap,
    private readonly read: Read<Message>,
  ) {}

  get isEmpty(): boolean {
    return this.held.length === 0;
  }

  hold(message: Message): void {
    if (this.isEmpty) this.tap.pause();
    this.held.push(message);
  }

  /** @returns whether that was all. */
  readSome(most: number): boolean {
    for (let count = 0; count < most && this.at < this.held.length; count++) this.read(...this.held[this.at++]!);
    if (this.at < this.held.length) return false;
    this.held = [];
    this.at = 0;
    this.tap.resume();
    return true;
  }
}
