import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LiveConnection, LiveDocument } from "#realtime/client/index.ts";

const PROGRAM = fileURLToPath(new URL("laptop-process.ts", import.meta.url));
const CLOCK = new URL("../../support/skewed-clock.mjs", import.meta.url).href;

export type Order =
  | { do: "open"; name: string; documentId: string; reach: { url: string; origin: string; cookie: string } }
  | { do: "type" }
  | { do: "set clock"; aheadMs: number }
  | { do: "tell" };

export interface LaptopState {
  line: LiveConnection["status"];
  status: LiveDocument["status"];
  /** How often the page saw that its line was gone. */
  losses: number;
  /** Everything typed on it, and what its page on the screen now knows to be saved. */
  words: string[];
  saved: string[];
  hash: string;
}

/** A process of its own with a page and a clock, that can be closed as a lid is and opened again. */
export class Laptop {
  private readonly child: ChildProcess;

  constructor() {
    this.child = fork(PROGRAM, { execArgv: ["--import", "tsx", "--import", CLOCK] });
  }

  /** Does it, and tells how things stand then. One order at a time. */
  async does(order: Order): Promise<LaptopState> {
    const answered = once(this.child, "message");
    this.child.send(order);
    const [state] = (await answered) as [LaptopState];
    return state;
  }

  tell = () => this.does({ do: "tell" });

  /** Stands still: no timer runs, nothing is read. */
  suspend(): void {
    this.child.kill("SIGSTOP");
  }

  wake(): void {
    this.child.kill("SIGCONT");
  }

  async close(): Promise<void> {
    this.child.kill("SIGKILL");
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
  }
}
