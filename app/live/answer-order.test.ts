import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { inOrder, isLater, laterOf } from "./answer-order.ts";

const tick = () => new Promise((resolve) => setTimeout(resolve, 2));

/** A question that waits for its answer. */
function question<Answer>() {
  let answer: (value: Answer) => void = () => {};
  const asked = inOrder(
    () =>
      new Promise<Answer>((resolve) => {
        answer = resolve;
      }),
  );
  return { asked, answer };
}

test("an answer that was asked for earlier and comes later changes nothing", async () => {
  const early = question<{ open: boolean }>();
  await tick();
  const late = question<{ open: boolean }>();
  late.answer({ open: true });
  const held = laterOf({ open: false }, await late.asked);
  early.answer({ open: false });
  expect(laterOf(held, await early.asked)).toBe(held);
});

test("an answer that was asked for later is taken, and what it repeats stays the same object", async () => {
  const first = await inOrder(async () => ({ open: false, people: ["a"] }));
  await tick();
  const second = await inOrder(async () => ({ open: true, people: ["a"] }));
  const held = laterOf(first, second) as typeof second;
  expect(held).toEqual(second);
  expect(held.people).toBe(first.people);
});

test("what a later answer repeats in full is from then on as late as that answer", async () => {
  const first = await inOrder(async () => ({ open: true }));
  await tick();
  const between = question<{ open: boolean }>();
  await tick();
  const held = laterOf(first, await inOrder(async () => ({ open: true })));
  between.answer({ open: false });
  expect(laterOf(held, await between.asked)).toBe(held);
});

test("a refusal that was asked for later is known to be later", async () => {
  const early = question<{ open: boolean }>();
  await tick();
  const refusal = await inOrder(() => Promise.reject(new Error("404"))).catch((error: unknown) => error);
  early.answer({ open: true });
  expect(isLater(refusal, await early.asked)).toBe(true);
  await tick();
  expect(isLater(refusal, await inOrder(async () => ({ open: true })))).toBe(false);
  expect(isLater(null, { open: true })).toBe(false);
});

test("the order counts for the parts of an answer, and for all that comes into the screen's copy", async () => {
  const client = new QueryClient();
  const stop = new QueryObserver(client, { queryKey: ["k"], enabled: false, structuralSharing: laterOf }).subscribe(
    () => {},
  );
  const loader = question<{ threads: string[] }>();
  await tick();
  client.setQueryData(["k"], await inOrder(async () => ["answered"]));
  loader.answer({ threads: [] });
  client.setQueryData(["k"], (await loader.asked).threads);
  expect(client.getQueryData(["k"])).toEqual(["answered"]);
  stop();
});
