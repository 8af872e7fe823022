import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { LiveLog } from "../ports.ts";
import type { Bus, BusMessage } from "./bus.ts";

const CHANNEL = "leerlus:live:1";

type Envelope = { from: string; message?: BusMessage };

/**
 * A bus over Redis publish/subscribe. Nothing is stored there, so an empty Redis after a crash is as good as the old
 * one.
 */
export function redisBus(url: string, logger: LiveLog): Bus {
  const self = randomUUID();
  const listeners = new Set<(message: BusMessage) => void>();
  const options = { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 3_000, retryStrategy };
  const sender = new Redis(url, options);
  // Subscribing waits for the line and is repeated by the client after each reconnect.
  const receiver = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  let complained = false;

  const complain = (error: Error) => {
    if (complained) return;
    complained = true;
    logger.warn({ err: error }, "the bus to the other nodes does not work; nodes look in the database meanwhile");
  };
  const post = async (message: BusMessage) => {
    try {
      if (sender.status !== "ready") throw new Error("no line");
      await sender.publish(CHANNEL, JSON.stringify({ from: self, message } satisfies Envelope));
      if (receiver.status === "ready") complained = false;
    } catch (error) {
      complain(error as Error);
    }
  };

  sender.on("error", complain);
  receiver.on("error", complain);
  receiver.on("message", (_channel, text) => {
    const { from, message } = JSON.parse(text) as Envelope;
    // A release of before says now and then that it is there, without a message.
    if (from !== self && message) for (const listener of listeners) listener(message);
  });
  receiver.subscribe(CHANNEL).catch(complain);

  return {
    alone: false,
    publish: (message) => void post(message),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      sender.disconnect();
      receiver.disconnect();
    },
  };
}

function retryStrategy(attempt: number): number {
  return Math.min(2_000, 100 * attempt) * (0.5 + Math.random() / 2);
}
