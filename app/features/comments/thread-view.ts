import type { SerializeFrom } from "@remix-run/node";
import type { ThreadsView } from "#server/workspace/index.ts";

export type Threads = SerializeFrom<ThreadsView>;
export type ThreadView = Threads[number];
