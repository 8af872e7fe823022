import { createHash } from "node:crypto";
import { countAttempt, forgetAttempts, takeBackAttempt } from "#db/people/attempts.ts";
import { Failure } from "#domain/errors.ts";
import type { Context } from "#server/context.ts";

const WINDOW_MINUTES = 10;
/** Tries on one account in a window, wherever they come from (T37). A reset sends a mail, so fewer of those. */
const TRIES_PER_ACCOUNT = { "sign-in": 10, password: 10, reset: 3 };
/** Tries from one network address in a window. A whole school often shares one, so this one only slows spraying. */
const TRIES_PER_ADDRESS = 100;

/** Who tries what: the use for which tries are counted, what they are aimed at, and where they come from. */
export interface Try {
  use: keyof typeof TRIES_PER_ACCOUNT;
  /** The e-mail address or the person's id. */
  aim: string;
  clientIp: string;
}

type Needs = Pick<Context, "db" | "clock">;

/** Hashed, so that this table is no list of addresses that somebody tried. */
const keyOf = (use: string, value: string) => `${use}:${createHash("sha256").update(value).digest("base64url")}`;

/** A provider gives a household a /64 of IPv6 addresses: counting single ones would count nothing. */
export function networkOf(clientIp: string): string {
  if (!clientIp.includes(":")) return clientIp;
  const [head = "", tail] = clientIp.split("::");
  const start = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - start.length - tail.split(":").filter(Boolean).length;
  const groups = [...start, ...Array<string>(Math.max(missing, 0)).fill("0"), ...(tail?.split(":") ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":");
}

/**
 * Counts a try before it is judged, so that many at once cannot slip through together.
 *
 * @throws `too-many` with the moment from which it may be tried again.
 */
export async function countTry(ctx: Needs, { use, aim, clientIp }: Try): Promise<void> {
  // The network first: one that is refused uses up no more accounts' tries, and so keeps no more owners out.
  const counted = [
    [keyOf("from", networkOf(clientIp)), TRIES_PER_ADDRESS],
    [keyOf(use, aim), TRIES_PER_ACCOUNT[use]],
  ] as const;
  const now = ctx.clock();
  for (const [key, most] of counted) {
    const { count, endsAt } = await countAttempt(ctx.db, key, now, new Date(now.getTime() + WINDOW_MINUTES * 60_000));
    if (count <= most) continue;
    const retryAfterSeconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
    throw new Failure("too-many", "too-many-tries", {
      details: { retryAfterSeconds, count: Math.ceil(retryAfterSeconds / 60) },
    });
  }
}

/** A right answer clears what was counted against the account, and its own try against the network address. */
export async function forgetTries(ctx: Needs, { use, aim, clientIp }: Try): Promise<void> {
  await forgetAttempts(ctx.db, keyOf(use, aim));
  await takeBackAttempt(ctx.db, keyOf("from", networkOf(clientIp)));
}
