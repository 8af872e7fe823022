import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "../clients/client.ts";
import { Histogram } from "../measure/histogram.ts";
import { type Anchor, readTyped, Typist } from "./edits.ts";

/** People in one document; the first `typing` of them type. */
export interface Group {
  clients: readonly Client[];
  typing: number;
  anchor: Anchor;
}

export interface Typed {
  edits: number;
  deliveries: number;
  /** Edits per second that were really sent: the generator may be the slower one. */
  rate: number;
  latency: Histogram;
  /** Whether everything reached everybody in time. */
  complete: boolean;
}

/** Edits of one person on their way; beyond it the oldest times are overwritten and the latency is wrong. */
const ON_THE_WAY = 8_192;
const PAUSE_MS = 1;

interface Author {
  client: Client;
  typist: Typist;
  sentAt: Float64Array;
  receivers: number;
}

/**
 * Types at a given rate, whatever comes back (open loop), and times every delivery: each edit at each other client in
 * its document. Clients have consecutive Yjs client ids from `firstClientId`, in the order of the groups.
 */
export class TypingLoad {
  private readonly authors: Author[] = [];
  private readonly byId: (Author | undefined)[] = [];
  private latency = new Histogram();
  private delivered = 0;
  private turn = 0;

  constructor(groups: readonly Group[], firstClientId: number) {
    let index = 0;
    for (const { clients, typing, anchor } of groups)
      for (const [place, client] of clients.entries()) {
        const own = index++;
        client.onUpdate = (bytes, from, end) => this.receive(own, firstClientId, bytes, from, end);
        if (place >= typing) continue;
        const typist = new Typist(firstClientId + own, anchor);
        const author = { client, typist, sentAt: new Float64Array(ON_THE_WAY), receivers: clients.length - 1 };
        this.authors.push(author);
        this.byId[own] = author;
      }
  }

  /** Types for `ms` at `perSecond` edits over all, then waits for what is on its way, `graceMs` at most. */
  async type(perSecond: number, ms: number, graceMs = 2_000): Promise<Typed> {
    this.latency = new Histogram();
    this.delivered = 0;
    let edits = 0;
    let due = 0;
    const start = performance.now();
    let now = start;
    for (; now < start + ms; now = performance.now()) {
      for (const until = ((now - start) * perSecond) / 1_000; edits < until; edits++) due += this.typeOne(now);
      await sleep(PAUSE_MS);
    }
    const deadline = now + graceMs;
    while (this.delivered < due && performance.now() < deadline) await sleep(PAUSE_MS);
    return {
      edits,
      deliveries: this.delivered,
      rate: edits / ((now - start) / 1_000),
      latency: this.latency,
      complete: this.delivered >= due,
    };
  }

  /** Waits until nothing more comes, for what a step has left on the way. @returns whether it came to rest. */
  async rest(withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    for (let before = -1; performance.now() < deadline; ) {
      if (before === this.delivered) return true;
      before = this.delivered;
      await sleep(100);
    }
    return false;
  }

  private typeOne(now: number): number {
    const author = this.authors[this.turn++ % this.authors.length]!;
    author.sentAt[author.typist.typed % ON_THE_WAY] = now;
    author.client.send(author.typist.next());
    return author.receivers;
  }

  private receive(own: number, firstClientId: number, bytes: Uint8Array, from: number, end: number): void {
    const now = performance.now();
    readTyped(bytes, from, end, (client, clock, characters) => {
      const index = client - firstClientId;
      if (index === own) return; // an echo
      const author = this.byId[index];
      if (!author) return;
      this.delivered += characters;
      for (let at = clock; at < clock + characters; at++) this.latency.add(now - author.sentAt[at % ON_THE_WAY]!);
    });
  }
}
