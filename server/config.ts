import { resolve } from "node:path";
import * as z from "zod";

export type Config = {
  mode: "production" | "development" | "test";
  port: number;
  host: string;
  /** null: the application keeps a PostgreSQL of its own in `dataFolder`. */
  databaseUrl: string | null;
  /** null: one node, notices stay in memory. */
  redisUrl: string | null;
  /** Absolute. */
  dataFolder: string;
  demo: "always" | "never" | "when-empty";
  /** The only origins from which a browser may write or open a socket; the first one stands in mails and links. */
  publicOrigins: readonly [string, ...string[]];
  /** null: mails are written to an outbox folder. */
  smtpUrl: string | null;
  mailFrom: string;
  /** web: pages and background work, no sockets · live: only sockets · all: both. */
  role: "web" | "live" | "all";
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  trustProxy: boolean;
  /** How long a stopping node still serves after /readyz began to say no, so that a load balancer can look away. */
  drainSeconds: number;
  /** npm dies of a SIGTERM without telling us: only then is the parent process watched. */
  startedByNpm: boolean;
};

/** A bad environment: one plain sentence per variable, for the person who starts the application. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

// A URL with a password in it must not end up on a screen: these sentences never repeat the value.
const address = (name: string, protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `${name} must be an address such as ${example}.`,
  });

const choice = <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
  z.enum(values, { error: (issue) => `${name} must be one of ${values.join(", ")}, not "${shown(issue.input)}".` });

const wholeNumber = (name: string, lowest: number, highest: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= lowest && Number(text) <= highest, {
      error: (issue) => `${name} must be a whole number from ${lowest} to ${highest}, not "${shown(issue.input)}".`,
    })
    .transform(Number);

const oneLine = (name: string) =>
  z.string().refine((text) => text.length <= 500 && !/\p{Cc}/u.test(text), {
    error: `${name} must be one line of at most 500 characters.`,
  });

const publicUrl = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .refine((parts) => parts.every(isBareOrigin), {
    error: "PUBLIC_URL must be an address such as https://leerlus.example, without a path (several: with commas).",
  })
  .transform((parts) => parts.map((part) => new URL(part).origin));

const environment = z.object({
  NODE_ENV: choice("NODE_ENV", ["production", "development", "test"]).default("production"),
  PORT: wholeNumber("PORT", 1, 65_535).default(3000),
  HOST: oneLine("HOST").default("127.0.0.1"),
  DATABASE_URL: address("DATABASE_URL", ["postgres:", "postgresql:"], "postgres://user@host:5432/name").optional(),
  REDIS_URL: address("REDIS_URL", ["redis:", "rediss:"], "redis://host:6379").optional(),
  DATA_DIR: oneLine("DATA_DIR").default("data"),
  DEMO: choice("DEMO", ["0", "1"]).optional(),
  PUBLIC_URL: publicUrl.optional(),
  SMTP_URL: address("SMTP_URL", ["smtp:", "smtps:"], "smtp://user@host:587").optional(),
  MAIL_FROM: oneLine("MAIL_FROM").default("Leerlus <leerlus@localhost>"),
  ROLE: choice("ROLE", ["web", "live", "all"]).default("all"),
  LOG_LEVEL: choice("LOG_LEVEL", ["debug", "info", "warn", "error", "silent"]).default("info"),
  TRUST_PROXY: choice("TRUST_PROXY", ["0", "1"]).default("0"),
  DRAIN_SECONDS: wholeNumber("DRAIN_SECONDS", 0, 60).default(0),
  npm_lifecycle_event: z.string().optional(),
});

/** Processes with different work know of each other only through these two. */
const apart = environment.refine((env) => env.ROLE === "all" || (env.DATABASE_URL && env.REDIS_URL), {
  error: "ROLE=web and ROLE=live are parts of one Leerlus: both need the same DATABASE_URL and REDIS_URL.",
});

/**
 * Reads the environment, once, at the start. An empty variable counts as absent (Compose files pass those on).
 * Throws a ConfigError that names every bad variable.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = apart.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const env = parsed.data;
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    dataFolder: resolve(env.DATA_DIR),
    demo: demoWish(env.DEMO, env.DATABASE_URL),
    publicOrigins: (env.PUBLIC_URL as [string, ...string[]] | undefined) ?? ownOrigins(env.HOST, env.PORT),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    role: env.ROLE,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY === "1",
    drainSeconds: env.DRAIN_SECONDS,
    startedByNpm: env.npm_lifecycle_event !== undefined,
  };
}

/** Sign-ins with printed passwords never appear by themselves in a database that somebody brought along. */
function demoWish(asked: "0" | "1" | undefined, databaseUrl: string | undefined): Config["demo"] {
  if (asked) return asked === "1" ? "always" : "never";
  return databaseUrl ? "never" : "when-empty";
}

function ownOrigins(host: string, port: number): [string, ...string[]] {
  const name = host.includes(":") ? `[${host}]` : host;
  const origins = ["localhost", "127.0.0.1", name].map((each) => new URL(`http://${each}:${port}`).origin);
  const everyInterface = ["0.0.0.0", "[::]"].includes(name);
  return [...new Set(everyInterface ? origins.slice(0, 2) : origins)] as [string, ...string[]];
}

function isBareOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return ["http:", "https:"].includes(protocol) && href === `${origin}/`;
}

const shown = (value: unknown) =>
  String(value)
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 60);
