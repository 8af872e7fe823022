import * as Y from "yjs";
import { contentHash } from "../wire/content-hash.ts";
import type { Checked, Refusal } from "../wire.ts";

const FIRST_WITHIN_MS = 6_000;
const EVERY_MS = 60_000;
const AGAIN_MS = 5_000;

export interface CheckHost {
  readonly doc: Y.Doc;
  /** In the document, and nothing of ours is on its way. */
  isQuiet(): boolean;
  ask(hash: string, answered: (reply: Checked | Refusal | null, body?: Uint8Array) => void): void;
  /** What stands here is not what the server has; both are told before anything is done about it. */
  differs(own: Uint8Array, truth: Uint8Array): void;
  /** Takes in what the server has. */
  takeTruth(update: Uint8Array): void;
  /** Taking it in did not make the two the same. */
  cannotHeal(): void;
}

/**
 * Compares, some seconds after every join and every minute from there on, what stands here with what the server has:
 * equal state vectors are no proof of equal text. Skipped while nobody looks, and while something is on its way. When
 * the two differ, the server's version is the truth; ours is given to the host, to be kept for its words.
 */
export class ContentCheck {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private differed = false;

  constructor(private readonly host: CheckHost) {}

  /** Spread, so that a thousand who come back at once do not ask at once. */
  start(): void {
    this.checkIn(1_000 + Math.random() * FIRST_WITHIN_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private checkIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), milliseconds);
  }

  private check(): void {
    const isHidden = typeof document !== "undefined" && document.visibilityState === "hidden";
    const isQuiet = this.host.isQuiet();
    this.checkIn(isHidden || isQuiet ? EVERY_MS * (0.85 + Math.random() * 0.3) : AGAIN_MS);
    if (isHidden || !isQuiet) return;
    this.host.ask(contentHash(this.host.doc), (reply, body) => {
      if (!reply?.ok) return;
      if (reply.same === true) this.differed = false;
      else this.checkIn(AGAIN_MS * (1 + Math.random()));
      if (reply.same === false && body !== undefined) this.heal(body);
    });
  }

  /** Adding what the server has cures a copy that lacks something, and not one that has something more or else. */
  private heal(truth: Uint8Array): void {
    this.host.differs(Y.encodeStateAsUpdate(this.host.doc), truth);
    this.host.takeTruth(truth);
    // Something typed while the server was asked makes a difference too, and none to worry about.
    if (this.differed || (this.host.isQuiet() && !this.isLike(truth))) {
      // Asking on would bring the whole document every few seconds.
      this.stop();
      this.host.cannotHeal();
    }
    this.differed = true;
  }

  private isLike(truth: Uint8Array): boolean {
    const server = new Y.Doc();
    Y.applyUpdate(server, truth);
    const isSame = contentHash(server) === contentHash(this.host.doc);
    server.destroy();
    return isSame;
  }
}
