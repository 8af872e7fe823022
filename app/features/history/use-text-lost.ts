import type { SerializeFrom } from "@remix-run/node";
import { useQuery } from "@tanstack/react-query";
import { useRoot } from "#app/frame/use-root.ts";
import { useWatch } from "#app/live/live-connection.tsx";
import { ask, isOver, liveQueries } from "#app/live/live-data.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import type { CycleView } from "#server/workspace/index.ts";

const TRIES = 2;

/**
 * Whether the person has lost the text of a stage while a page about it is on the screen: the team took them out, or
 * keeps the text to itself from now on. The first question is asked when the page is there, for a right may be lost
 * between the answer of the server and the moment at which the page begins to listen.
 */
export function useTextLost(cycleId: string, stage: Stage): boolean {
  const personId = useRoot()?.viewer?.id;
  const { key, path } = liveQueries.cycle(cycleId);
  useWatch(personId ? [`cycle:${cycleId}`, `person:${personId}`] : []);
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask<SerializeFrom<CycleView>>(path, signal),
    retry: (tries, refusal) => !isOver(refusal) && tries < TRIES,
  });
  if (isOver(error)) return true;
  return data !== undefined && !data.stages.some((each) => each.stage === stage && each.document !== null);
}
