import type { SerializeFrom } from "@remix-run/node";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useWatch } from "#app/live/live-connection.tsx";
import { isOver, liveQueries, useLiveData } from "#app/live/live-data.ts";
import type { CycleView, OpenedCycle, ThreadsView } from "#server/workspace/index.ts";

const TRIES = 2;

/** A cycle kept true while it is on the screen, and whether the person has lost it meanwhile. */
export function useLiveCycle(fromLoader: SerializeFrom<OpenedCycle>) {
  const client = useQueryClient();
  const cycleId = fromLoader.view.cycle.id;
  const query = useMemo(() => {
    const made = liveQueries.cycle(cycleId);
    // Asking again will not bring a lost right back: the screen should change at once, not after three tries.
    client.setQueryDefaults(made.key, { retry: (tries, error) => !isOver(error) && tries < TRIES });
    return made;
  }, [client, cycleId]);

  const view = useLiveData<CycleView>(query, fromLoader.view);
  const threadsQuery = liveQueries.threads(cycleId);
  const threads = useLiveData<ThreadsView>(threadsQuery, fromLoader.threads);
  useWatch([`cycle:${cycleId}`, `team:${view.team.id}`, `person:${view.viewerId}`]);

  const gone = useSyncExternalStore(
    (changed) => client.getQueryCache().subscribe(changed),
    () => isOver(client.getQueryState(query.key)?.error),
    () => false,
  );

  // A text that is shared or kept back brings or takes its conversations too.
  const readable = view.stages.map(({ document }) => document?.id ?? "-").join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when what may be read changes, not at the first paint.
  useEffect(() => {
    if (readable !== fromLoader.view.stages.map(({ document }) => document?.id ?? "-").join(" "))
      void client.invalidateQueries({ queryKey: threadsQuery.key });
  }, [readable]);

  return { view, threads, gone };
}
