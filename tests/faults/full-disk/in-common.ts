import { type Typist, until } from "#tests/support/typist.ts";
import type { World } from "#tests/support/world.ts";

/** The application's database, as the cluster's administrator. */
export const administrating = (world: World) =>
  (world.cluster?.adminUrl ?? "").replace(/\/postgres(?=$|\?)/, "/leerlus");

/** How many edits of each were called saved so far. */
export function savedBy(typists: readonly Typist[]): number[] {
  for (const typist of typists) typist.settle();
  return typists.map(({ waits }) => waits.length);
}

/** Waits until an edit more of each is saved than before. @returns how long that took, in milliseconds. */
export async function savedAgain(typists: readonly Typist[], before: readonly number[]): Promise<number> {
  const since = performance.now();
  await until(() => savedBy(typists).every((count, at) => count > (before[at] as number)), "saved again");
  return Math.round(performance.now() - since);
}
