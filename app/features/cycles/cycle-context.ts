import type { SerializeFrom } from "@remix-run/node";
import { useOutletContext } from "@remix-run/react";
import type { Threads } from "#app/features/comments/thread-view.ts";
import type { CycleView } from "#server/workspace/index.ts";

export type Cycle = SerializeFrom<CycleView>;
export type CycleCard = Cycle["cards"][number];

/** What every page inside a cycle stands in: the cycle as it is now, its conversations, and the moment of the page. */
export interface CycleHere {
  view: Cycle;
  threads: Threads;
  now: string;
}

export const useCycle = () => useOutletContext<CycleHere>();
