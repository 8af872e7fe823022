import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { LiveLog } from "../ports.ts";
import type { Bus, BusMessage } from "./bus.ts";

const CHANNEL = "leerlus:live:1";
/** Without an own message coming back for the second of these, the line is taken for dead, whatever it seems. */
const PULSE = { beatMs: 2_000, deafAfterMs: 6_000 };
/** Revocations that could not be sent wait for the line, so many at most; every node also sweeps. */
const WAITING_AT_MOST = 1_000;
/** They are then sent with so many beats: the other nodes find their way back a little sooner or later than we. */
const REPEATS = 4;

type Envelope = { from: string; message?: BusMessage };

/**
 * A bus over Redis publish/subscribe. Nothing is stored there, so an empty Redis after a crash is as good as the old
 * one. Health is measured by hearing oneself: that covers both connections, half-open lines and a Redis that hangs.
 */
export function redisBus(url: string, logger: LiveLog, pulse = PULSE): Bus {
  const self = randomUUID();
  const listeners = new Set<(message: BusMessage) => void>();
  const options = { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 3_000, retryStrategy };
  const sender = new Redis(url, options);
  // Subscribing waits for the line and is repeated by the client after each reconnect.
  const receiver = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  const waiting: { message: BusMessage; repeats: number }[] = [];
  let heardAt = Number.NEGATIVE_INFINITY;
  let complained = false;

  const complain = (error: Error) => {
    if (complained) return;
    complained = true;
    logger.warn({ err: error }, "the bus to the other nodes does not work; documents heal from the log meanwhile");
  };
  const send = (envelope: Envelope): Promise<unknown> =>
    sender.status === "ready"
      ? sender.publish(CHANNEL, JSON.stringify(envelope))
      : Promise.reject(new Error("no line"));
  const post = (message: BusMessage) =>
    send({ from: self, message }).catch((error: Error) => {
      complain(error);
      if (message.kind === "recheck" && waiting.length < WAITING_AT_MOST) waiting.push({ message, repeats: REPEATS });
    });

  const pump = async () => {
    try {
      await send({ from: self });
      for (const late of [...waiting]) {
        await send({ from: self, message: late.message });
        if (--late.repeats === 0) waiting.splice(waiting.indexOf(late), 1);
      }
    } catch (error) {
      complain(error as Error);
    }
  };
  const beat = setInterval(() => void pump(), pulse.beatMs);
  beat.unref();
  sender.on("error", complain);
  receiver.on("error", complain);
  receiver.on("message", (_channel, text) => {
    const envelope = JSON.parse(text) as Envelope;
    if (envelope.from === self) {
      heardAt = performance.now();
      complained = false;
    } else if (envelope.message) for (const listener of listeners) listener(envelope.message);
  });
  const subscribed = receiver.subscribe(CHANNEL);
  subscribed.then(() => send({ from: self })).catch(complain);

  return {
    get connected() {
      return performance.now() - heardAt < pulse.deafAfterMs;
    },
    alone: false,
    publish: (message) => void post(message),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      clearInterval(beat);
      listeners.clear();
      sender.disconnect();
      receiver.disconnect();
    },
  };
}

function retryStrategy(attempt: number): number {
  return Math.min(2_000, 100 * attempt) * (0.5 + Math.random() / 2);
}
