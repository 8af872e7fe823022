import type { Typist } from "#tests/support/typist.ts";
import type { World } from "#tests/support/world.ts";

/** The application's database, as the cluster's administrator. */
export const administrating = (world: World) =>
  (world.cluster?.adminUrl ?? "").replace(/\/postgres(?=$|\?)/, "/leerlus");

/** How many edits of each were called saved so far. */
export function savedBy(typists: readonly Typist[]): number[] {
  for (const typist of typists) typist.settle();
  return typists.map(({ waits }) => waits.length);
}
