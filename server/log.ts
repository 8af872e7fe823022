import { type DestinationStream, type LoggerOptions, pino } from "pino";
import { clean, safeFacts } from "./process/safe-log-facts.ts";
import type { Log } from "./services.ts";

export interface AppLog extends Log {
  debug(facts: object, sentence: string): void;
  /** The same log; every line also carries these facts. */
  child(facts: Record<string, string>): AppLog;
}

type LogSettings = { level: string; readable: boolean };

/**
 * The log: one JSON line per event on stdout, or a readable line while developing. Facts are ids and measures, never
 * what people wrote; whatever slips in is made safe by `safe-log-facts.ts`.
 */
export function createLog(settings: LogSettings, destination: DestinationStream = process.stdout): AppLog {
  const options: LoggerOptions = {
    level: settings.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }), log: safeFacts },
    hooks: {
      // Sentences are constants; a value that somebody joined into one gets the same treatment as a fact.
      logMethod(args, write) {
        write.apply(this, args.map((arg) => (typeof arg === "string" ? clean(arg) : arg)) as typeof args);
      },
    },
    // pino's own treatment of `err` runs after `safeFacts` and would bring the message and the stack back.
    serializers: { err: (value: unknown) => value },
  };
  return pino(options, settings.readable ? readableLines(destination) : destination);
}

function readableLines(destination: DestinationStream): DestinationStream {
  return {
    write(line) {
      const { level, time, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
      const rest = Object.keys(facts).length === 0 ? "" : ` ${JSON.stringify(facts)}`;
      destination.write(`${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg ?? ""}${rest}\n`);
    },
  };
}
