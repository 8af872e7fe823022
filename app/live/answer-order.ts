import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { replaceEqualDeep } from "@tanstack/react-query";

// One thing on a screen is asked for along two ways, by its page's loader and after news on the live line. Each change is
// followed by news, and news by a question: of two answers the one that was asked for later knows all the other knows.
const askedAt = new WeakMap<object, number>();

// The answer that came with the page itself is older than all that was asked for since.
const timeOf = (answer: unknown): number => (isObject(answer) ? (askedAt.get(answer) ?? 0) : 0);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Asks, and remembers of the answer, or of the refusal, when that was. A page may show parts of it apart, so of those too. */
export async function inOrder<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const at = performance.now();
  const answer = await ask().catch((refusal: unknown) => {
    if (isObject(refusal)) askedAt.set(refusal, at);
    throw refusal;
  });
  if (isObject(answer))
    for (const part of [answer, ...Object.values(answer)]) if (isObject(part)) askedAt.set(part, at);
  return answer;
}

/** `clientLoader` of each page that shows live data. */
export const inOrderLoader = ({ serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> => inOrder(serverLoader);

/** Whether the first of two answers or refusals was asked for later than the second. */
export const isLater = (one: unknown, other: unknown): boolean => timeOf(one) > timeOf(other);

/** The one that was asked for later; what did not change in it is the same object as before. */
export function laterOf(held: unknown, answer: unknown): unknown {
  if (isLater(held, answer)) return held;
  const kept = replaceEqualDeep(held, answer);
  if (isObject(kept)) askedAt.set(kept, timeOf(answer));
  return kept;
}
