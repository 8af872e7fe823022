import { io, type Socket } from "socket.io-client";
import type { ClientMessages } from "../wire/messages.ts";
import { type Code, type Hello, LIVE_PATH, liveParser, PROTOCOL, type Refusal, type ServerMessages } from "../wire.ts";
import { Listeners } from "./listeners.ts";
import { reconnectDelay } from "./reconnect-delay.ts";

export type LineStatus =
  /** Not up yet, or trying again. */
  | "connecting"
  | "online"
  /** Several attempts failed, or the device says that there is no network; attempts go on. */
  | "offline"
  /** The session is over: sign in again. */
  | "signed-out"
  /** This page speaks an older protocol: reload. */
  | "outdated"
  | "closed";

export interface ClientLog {
  warn(facts: object, sentence: string): void;
}

/** Where to connect to, and as whom. */
export interface Reach {
  url: string;
  cookie?: string;
  origin?: string;
  /** Who this page believes to be signed in; another tab may have signed somebody else in since. */
  personId?: string;
}

export type LiveSocket = Socket<ServerMessages, ClientMessages>;

const ANSWER_WITHIN_MS = 15_000;
const CONNECT_WITHIN_MS = 10_000;
const ATTEMPTS_BEFORE_OFFLINE = 2;

/** Codes with which a server keeps somebody waiting for what they, or their page, did. */
const HOLD_UPS = ["BLOCKED", "TOO_MANY"] as const satisfies readonly Code[];
export type HoldUp = (typeof HOLD_UPS)[number];

/** The code, when it is one of those. */
export const holdUpOf = (code: Code | undefined): HoldUp | null => HOLD_UPS.find((each) => each === code) ?? null;

const FINAL: Partial<Record<Code, LineStatus>> = { SESSION_ENDED: "signed-out", PROTOCOL_TOO_OLD: "outdated" };

/**
 * The one socket of a tab, and when it comes back. Lines that are dead without saying so are noticed by the server's
 * pings staying away, 35 seconds at most, and at once when the device says that its network is gone.
 */
export class Line {
  readonly socket: LiveSocket;
  readonly onStatus = new Listeners<[LineStatus]>();
  readonly onUp = new Listeners<[]>();
  readonly onDown = new Listeners<[]>();
  /** Why the server does not let this line in just now, when it said so. */
  heldUp: HoldUp | null = null;
  private current: LineStatus = "connecting";
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the server said about when to come back; used once. */
  private wait: number | undefined;
  private readonly forgetBrowser: () => void;

  constructor(reach: Reach, log: ClientLog) {
    const { url, cookie, personId } = reach;
    const hello: Hello = {
      protocol: PROTOCOL,
      ...(personId === undefined ? {} : { personId }),
    };
    this.socket = io(url, {
      path: LIVE_PATH,
      transports: ["websocket"],
      parser: liveParser,
      auth: hello,
      autoConnect: false,
      forceNew: true,
      // Ours: the stock one spreads a crowd over half a second.
      reconnection: false,
      timeout: CONNECT_WITHIN_MS,
      // In Node, where nobody else adds them. The server lets in its own origins only.
      ...(cookie === undefined ? {} : { extraHeaders: { cookie, origin: reach.origin ?? new URL(url).origin } }),
    });
    this.socket.on("connect", () => this.up());
    this.socket.on("disconnect", () => this.down());
    this.socket.on("connect_error", (error) => {
      log.warn({ err: error.message }, "the live line could not be opened");
      this.refused((error as Error & { data?: Partial<Refusal> }).data ?? {});
      this.down();
    });
    this.socket.on("ended", (refusal) => this.refused(refusal));
    this.socket.on("draining", ({ withinMs }) => this.move(Math.random() * withinMs));
    this.forgetBrowser = this.listenToBrowser();
    this.socket.connect();
  }

  get status(): LineStatus {
    return this.current;
  }

  get isUp(): boolean {
    return this.socket.connected;
  }

  /** The answer, or null when it did not come: the line broke, or 15 seconds went by. Called once, and at once. */
  ask<Event extends "join" | "more" | "check" | "watch", Reply>(
    event: Event,
    request: unknown[],
    answered: (reply: Reply | Refusal | null, body?: Uint8Array) => void,
  ): void {
    const emitter = this.socket.timeout(ANSWER_WITHIN_MS) as unknown as {
      emit(event: string, ...rest: unknown[]): void;
    };
    emitter.emit(event, ...request, (error: Error | null, reply: Reply | Refusal, body?: Uint8Array) =>
      answered(error ? null : reply, body),
    );
  }

  close(): void {
    this.end("closed");
  }

  /** The person signed out in another tab. */
  signOut(): void {
    this.end("signed-out");
  }

  private up(): void {
    this.attempts = 0;
    this.heldUp = null;
    this.become("online");
    this.onUp.tell();
  }

  private down(): void {
    if (this.over) return;
    // What was said as the line was found dead would be the first thing on the next one, where nobody knows of it.
    this.socket.sendBuffer.length = 0;
    this.onDown.tell();
    this.attempts++;
    this.become(this.attempts > ATTEMPTS_BEFORE_OFFLINE || browserIsOffline() ? "offline" : "connecting");
    const wait = reconnectDelay(this.attempts);
    this.tryIn(this.wait === undefined ? wait : this.wait + Math.min(wait, this.wait));
    this.wait = undefined;
  }

  private tryIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.socket.connect(), milliseconds);
  }

  /** Leaves this server for another one. */
  private move(inMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.wait = 0;
      this.drop();
    }, inMs);
  }

  private refused({ code, retry, retryAfterMs }: Partial<Refusal>): void {
    const final = code && FINAL[code];
    this.heldUp = holdUpOf(code);
    if (final) this.end(final);
    else if (retryAfterMs !== undefined) this.wait = retryAfterMs;
    // It will not change its mind, but the reason may: a deploy, a block that passes.
    else if (retry === false) this.wait = 60_000;
  }

  /** Ends the connection from our side; `down` follows from it. */
  private drop(): void {
    if (this.socket.connected) this.socket.disconnect();
  }

  private end(status: LineStatus): void {
    if (this.over) return;
    clearTimeout(this.timer);
    const wasUp = this.isUp;
    this.become(status);
    this.forgetBrowser();
    this.socket.disconnect();
    if (wasUp) this.onDown.tell();
  }

  private get over(): boolean {
    return this.current === "signed-out" || this.current === "outdated" || this.current === "closed";
  }

  private become(status: LineStatus): void {
    if (this.over || this.current === status) return;
    this.current = status;
    this.onStatus.tell(status);
  }

  private listenToBrowser(): () => void {
    if (typeof window === "undefined") return () => {};
    const back = () => {
      if (this.isUp || this.over || document.visibilityState === "hidden") return;
      this.tryIn(reconnectDelay(1));
    };
    const gone = () => this.drop();
    window.addEventListener("online", back);
    window.addEventListener("offline", gone);
    document.addEventListener("visibilitychange", back);
    return () => {
      window.removeEventListener("online", back);
      window.removeEventListener("offline", gone);
      document.removeEventListener("visibilitychange", back);
    };
  }
}

function browserIsOffline(): boolean {
  return typeof navigator !== "undefined" && navigator.onLine === false;
}
