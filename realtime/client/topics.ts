import { LIMITS, type Watching } from "../wire.ts";
import type { Line } from "./line.ts";

export type Keys = readonly (readonly string[])[];
type OnKeys = (keys: Keys) => void;

/** Which live notices this tab wants to hear, kept over every break of the line. */
export class Topics {
  private readonly watchers = new Map<string, Set<OnKeys>>();

  constructor(private readonly line: Line) {}

  watch(topic: string, onKeys: OnKeys): () => void {
    const watchers = this.watchers.get(topic) ?? new Set();
    if (watchers.size === 0) {
      this.watchers.set(topic, watchers);
      this.ask([topic]);
    }
    watchers.add(onKeys);
    return () => {
      if (!watchers.delete(onKeys) || watchers.size > 0) return;
      if (this.watchers.get(topic) === watchers) this.watchers.delete(topic);
      if (this.line.isUp) this.line.socket.emit("unwatch", { topics: [topic] });
    };
  }

  /** The line is back. */
  askAgain(): void {
    this.ask([...this.watchers.keys()]);
  }

  /** A notice does not say of which topic it is; whoever shows something under one of its keys asks for it again. */
  notice(keys: Keys): void {
    for (const onKeys of new Set([...this.watchers.values()].flatMap((watchers) => [...watchers]))) onKeys(keys);
  }

  private ask(topics: string[]): void {
    if (!this.line.isUp) return;
    for (let at = 0; at < topics.length; at += LIMITS.topicsPerMessage) {
      const part = topics.slice(at, at + LIMITS.topicsPerMessage);
      this.line.ask<"watch", Watching>("watch", [{ topics: part }], () => {
        // Refused or unanswered, there is nothing to do: rights that come later come with a page that watches anew.
      });
    }
  }
}
