import {
  CODES,
  type Code,
  FROM_CLIENT,
  type Joined,
  type JoinRequest,
  type More,
  type MoreRequest,
  type Refusal,
  readVarint,
  unpack,
  writeClientUpdate,
  writeFrame,
} from "../wire.ts";
import type { Line } from "./line.ts";
import type { OutboxEntry } from "./outbox.ts";
import { reconnectDelay } from "./reconnect-delay.ts";
import { canUnpack, unpackState } from "./unpack-state.ts";

/** What a membership asks of the document it belongs to. */
export interface MembershipHost {
  /** What to ask for, and the state vector of what is here. Null while the document is not ready to be joined. */
  request(): { request: JoinRequest; vector: Uint8Array } | null;
  /** `vector` is the server's, empty unless it was asked for; `state`, a V2 update, and then `updates` apply in order. */
  joined(reply: Joined, vector: Uint8Array, updates: readonly Uint8Array[], state: Uint8Array | null): void;
  /** A long answer is coming in: so much of it is here, 0 to 1. */
  opening(part: number): void;
  left(): void;
  /** The join was refused for good. */
  refusedJoin(code: Code): void;
}

/** Where frames of the server find their document. */
export type Channels = Map<number, { receive(kind: number, payload: Uint8Array): void }>;

/** Being in a document on a line: asked for again whenever the line is back or the server says so. */
export class Membership {
  private seat: Pick<Joined, "slot" | "channel"> | null = null;
  private state: "apart" | "joining" | "joined" | "over" = "apart";
  private attempt = 0;
  private takesPacked = canUnpack;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly line: Line,
    private readonly channels: Channels,
    private readonly documentId: string,
    private readonly host: MembershipHost,
    private readonly frames: { receive(kind: number, payload: Uint8Array): void },
  ) {}

  get isJoined(): boolean {
    return this.state === "joined";
  }

  /** Asks to be let in, if that makes sense just now. */
  join(): void {
    if (this.state !== "apart" || !this.line.isUp) return;
    const asked = this.host.request();
    if (asked === null) return;
    clearTimeout(this.timer);
    this.state = "joining";
    const attempt = ++this.attempt;
    this.line.ask<"join", Joined>(
      "join",
      [{ ...asked.request, takesPacked: this.takesPacked, takesPieces: true }, asked.vector],
      (reply, body) => {
        // Otherwise an answer to a line or an attempt that is gone.
        if (this.state === "joining" && this.attempt === attempt) this.answered(reply, body);
      },
    );
  }

  /** Asks again, after a wait that grows when it happens often. */
  rejoin(afterMs?: number): void {
    if (this.state === "over") return;
    this.lose();
    this.failures++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.join(), afterMs ?? reconnectDelay(this.failures));
  }

  /** Asks again at once: something changed on our side. */
  joinAfresh(): void {
    this.lose();
    this.join();
  }

  /** The line is gone, and with it the place in the document. */
  lose(): void {
    if (this.state === "over") return;
    const was = this.state;
    this.state = "apart";
    this.freeChannel();
    if (was === "joined") this.host.left();
  }

  /** Things go well again. */
  calm(): void {
    this.failures = 0;
  }

  /** Leaves for good. */
  end(): void {
    if (this.state === "over") return;
    clearTimeout(this.timer);
    if (this.state !== "apart" && this.line.isUp) this.line.socket.emit("leave", { documentId: this.documentId });
    this.lose();
    this.state = "over";
  }

  sendEdit({ sequence, update }: OutboxEntry): void {
    if (this.seat !== null) this.line.socket.emit("frame", writeClientUpdate(this.seat.slot, sequence, update));
  }

  sendPresence(payload: Uint8Array): void {
    if (this.seat !== null) this.line.socket.emit("frame", writeFrame(this.seat.slot, FROM_CLIENT.PRESENCE, payload));
  }

  private answered(reply: Joined | Refusal | null, body: Uint8Array | undefined): void {
    if (reply?.ok === false) this.refused(reply);
    else if (!reply || body === undefined) this.rejoin();
    else if (reply.packed || reply.bytes !== undefined) void this.enterLater(reply, body);
    else {
      const [vector, ...updates] = unpack(body) ?? [];
      if (vector === undefined) this.rejoin();
      else this.enter(reply, vector, updates, null);
    }
  }

  private enter(reply: Joined, vector: Uint8Array, updates: readonly Uint8Array[], state: Uint8Array | null): void {
    this.state = "joined";
    this.seat = { slot: reply.slot, channel: reply.channel };
    this.channels.set(reply.channel, this.frames);
    this.host.joined(reply, vector, updates, state);
  }

  /** Asking for the rest and inflating take a moment; what comes on the channel meanwhile waits for it. */
  private async enterLater(reply: Joined, begun: Uint8Array): Promise<void> {
    const { attempt } = this;
    const waiting: [number, Uint8Array][] = [];
    const holding = { receive: (kind: number, payload: Uint8Array) => void waiting.push([kind, payload]) };
    this.channels.set(reply.channel, holding);
    const isOurs = () =>
      this.state === "joining" && this.attempt === attempt && this.channels.get(reply.channel) === holding;
    const whole = await this.rest(reply, begun, isOurs);
    const [vector, ...updates] = (whole && unpack(whole)) ?? [];
    const packed = reply.packed ? updates.shift() : undefined;
    const state = packed ? await unpackState(packed).catch(() => null) : null;
    const wanted = isOurs();
    if (this.channels.get(reply.channel) === holding) this.channels.delete(reply.channel);
    if (!wanted) return;
    if (packed && state === null) this.takesPacked = false;
    if (vector === undefined || (reply.packed && state === null)) this.rejoin();
    else {
      this.enter(reply, vector, updates, state);
      for (const [kind, payload] of waiting) this.frames.receive(kind, payload);
    }
  }

  /** The whole body of an answer that came in pieces; null when it does not come. */
  private async rest(reply: Joined, begun: Uint8Array, isWanted: () => boolean): Promise<Uint8Array | null> {
    const { bytes } = reply;
    if (bytes === undefined) return begun;
    const whole = new Uint8Array(bytes);
    whole.set(begun);
    for (let from = begun.length; from < bytes; ) {
      this.host.opening(from / bytes);
      const piece = await this.more(reply.slot, from);
      if (!piece || piece.length === 0 || from + piece.length > bytes || !isWanted()) return null;
      whole.set(piece, from);
      from += piece.length;
    }
    return whole;
  }

  private more(slot: number, from: number): Promise<Uint8Array | null> {
    const request: MoreRequest = { documentId: this.documentId, slot, from };
    return new Promise((resolve) => {
      this.line.ask<"more", More>("more", [request], (reply, body) => resolve(reply?.ok && body ? body : null));
    });
  }

  private refused({ code, retry, retryAfterMs }: Refusal): void {
    this.state = "apart";
    if (retry && CODES[code] !== undefined) this.rejoin(retryAfterMs);
    else this.host.refusedJoin(code);
  }

  private freeChannel(): void {
    if (this.seat !== null && this.channels.get(this.seat.channel) === this.frames)
      this.channels.delete(this.seat.channel);
    this.seat = null;
  }
}

/** The number in a SAVED frame. */
export function savedUpTo(payload: Uint8Array): number {
  return readVarint(payload, 0)?.value ?? 0;
}
