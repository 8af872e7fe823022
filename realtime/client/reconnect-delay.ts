const FIRST_WITHIN_MS = 800;
const SPREAD_MS = 3_000;
const LONGEST_MS = 20_000;

/**
 * How long to wait before the next attempt to connect, in milliseconds. The first is quick, because most lines that
 * break come back at once; from the second on, a thousand clients of a server that went down spread over three
 * seconds and more, doubling up to twenty. `attempt` counts from 1 since the line last worked; `random` is in [0, 1).
 */
export function reconnectDelay(attempt: number, random: number = Math.random()): number {
  if (attempt <= 1) return random * FIRST_WITHIN_MS;
  return 500 + random * Math.min(SPREAD_MS * 2 ** (attempt - 2), LONGEST_MS);
}
