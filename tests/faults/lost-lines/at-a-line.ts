import { expect } from "vitest";
import { Network } from "#realtime/client/testing/network.ts";
import { type Typist, until } from "#tests/support/typist.ts";
import type { Ground } from "../ground.ts";
import { CheckWatch } from "./check-watch.ts";

export const NOTICED_WITHIN_MS = 45_000;
export const CHECKED_WITHIN_MS = 60_000;

/** How long after a line was lost that was seen, and how long after it was back everything typed was saved, and checked. */
export interface Loss {
  noticedMs: number;
  savedMs: number;
  checkedMs: number;
}

/** Somebody in a document, at a line of their own. */
export class AtALine {
  readonly checks: CheckWatch;
  /** When the page last saw that its line was gone, and when it had one again. */
  private lostAt = 0;
  private backAt = 0;

  private constructor(
    readonly typist: Typist,
    readonly network: Network,
  ) {
    this.checks = new CheckWatch(network);
    typist.connection.onStatus((status) => {
      if (status === "online") this.backAt = performance.now();
      else if (this.lostAt < this.backAt || this.lostAt === 0) this.lostAt = performance.now();
    });
  }

  /** So many, each other one at the other node. */
  static come({ nodes, gather }: Ground, documentId: string, count: number): Promise<AtALine[]> {
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const network = await Network.to((nodes[index % 2] as (typeof nodes)[0]).url);
        const [typist] = await gather(documentId, 1, network.url);
        return new AtALine(typist as Typist, network);
      }),
    );
  }

  /**
   * Types as the line is lost, and waits until that is noticed; until then, and until there is a line again, nothing may
   * look saved. `restore` is called once it was noticed.
   */
  async lose(how: (network: Network) => void, restore: (network: Network) => Promise<void> | void = () => {}) {
    const { typist, network, checks } = this;
    const { connection, document } = typist;
    expect([connection.status, document.status]).toEqual(["online", "saved"]);
    const lost = performance.now();
    how(network);
    typist.type();
    const looksSaved = () => expect(document.status, "on a line that is lost").not.toBe("saved");
    await until(() => {
      if (this.lostAt < lost) looksSaved();
      return this.lostAt >= lost;
    }, "the loss is noticed");
    const noticedMs = Math.round(this.lostAt - lost);
    expect(noticedMs).toBeLessThan(NOTICED_WITHIN_MS);
    const { passed } = checks;
    await restore(network);
    await until(() => {
      if (this.backAt < this.lostAt) looksSaved();
      return this.backAt > this.lostAt && typist.isDone;
    }, "what was typed is saved");
    const savedMs = Math.round(performance.now() - this.backAt);
    await until(() => checks.passed > passed, "both are seen to read the same", CHECKED_WITHIN_MS);
    return { noticedMs, savedMs, checkedMs: Math.round(performance.now() - this.backAt) };
  }
}

/** The longest of each. */
export const worst = (losses: readonly Loss[]): Loss => ({
  noticedMs: Math.max(...losses.map(({ noticedMs }) => noticedMs)),
  savedMs: Math.max(...losses.map(({ savedMs }) => savedMs)),
  checkedMs: Math.max(...losses.map(({ checkedMs }) => checkedMs)),
});
