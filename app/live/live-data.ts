import type { SerializeFrom } from "@remix-run/node";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { inOrder, isLater, laterOf } from "./answer-order.ts";

/** Something that a screen shows and that others may change: its key on the live channel and where to ask for it. */
export interface LiveQuery {
  key: readonly string[];
  path: string;
}

export const liveQueries = {
  start: (): LiveQuery => ({ key: ["overview", "start"], path: "/data/start" }),
  coaching: (): LiveQuery => ({ key: ["overview", "coaching"], path: "/data/begeleiding" }),
  project: (projectId: string): LiveQuery => ({
    key: ["overview", "project", projectId],
    path: `/data/projecten/${projectId}`,
  }),
  team: (teamId: string): LiveQuery => ({ key: ["team", teamId], path: `/data/teams/${teamId}` }),
  cycle: (cycleId: string): LiveQuery => ({ key: ["cycle", cycleId], path: `/data/lussen/${cycleId}` }),
  activity: (cycleId: string): LiveQuery => ({
    key: ["cycle", cycleId, "activity"],
    path: `/data/lussen/${cycleId}/activiteit`,
  }),
  threads: (cycleId: string): LiveQuery => ({ key: ["threads", cycleId], path: `/data/lussen/${cycleId}/gesprekken` }),
};

/**
 * What the loader gave, kept true: the page is painted from the loader's answer, and asked again when the live channel
 * names its key. The page's loader is asked again after a form was sent; of two answers the later asked one stays.
 */
export function useLiveData<View>({ key, path }: LiveQuery, fromLoader: SerializeFrom<View>): SerializeFrom<View> {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => inOrder(() => ask<SerializeFrom<View>>(path, signal)),
    structuralSharing: laterOf,
    initialData: fromLoader,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is made anew at each render; its text is what counts.
  useEffect(() => {
    // A right that was lost since the loader was asked stays lost.
    if (!isLater(client.getQueryState(key)?.error, fromLoader)) client.setQueryData(key, fromLoader);
  }, [client, key.join(" "), fromLoader]);
  return data ?? fromLoader;
}

/** An answer that cannot be used, with the status that says why. */
export class AskRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the server answered ${status}`);
    this.status = status;
  }
}

/** Whether this answer means that the person has no right to it any more; asking again will not bring it back. */
export const isOver = (error: unknown): boolean =>
  error instanceof AskRefused && (error.status === 404 || error.status === 403);

export async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(path, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new AskRefused(response.status);
  return (await response.json()) as Answer;
}
