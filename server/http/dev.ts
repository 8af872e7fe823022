import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { Answerer } from "./answer-requests.ts";

export type DevelopmentPages = {
  files: Answerer;
  loadBuild: () => Promise<ServerBuild>;
  /** Ends the hot-reload sockets, for which closing the server would wait. */
  close: () => Promise<void>;
};

/**
 * Vite inside our own server: one port for pages, hot reload and live documents. Vite is imported here and nowhere
 * else, and only when asked for: production does not have it installed.
 */
export async function startDevelopmentPages(server: Server, folder: string): Promise<DevelopmentPages> {
  const { createServer } = await import("vite");
  const vite = await withoutSignalHandlers(() =>
    createServer({ root: folder, server: { middlewareMode: true, hmr: { server } }, appType: "custom" }),
  );
  return {
    files: (request, response) =>
      new Promise((resolve, reject) => {
        // Vite's own chain listens a dozen times; that is no leak.
        response.setMaxListeners(30).once("close", () => resolve(true));
        vite.middlewares(request, response, (error?: unknown) => (error ? reject(error) : resolve(false)));
      }),
    loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>,
    // Not vite.close(): it waits for a bundling of dependencies that it has just cancelled.
    close: () => vite.ws.close(),
  };
}

/**
 * The second Vite that Remix's plugin makes for itself ends the process at SIGTERM, or when stdin ends, before the
 * documents are written and the database is stopped.
 */
async function withoutSignalHandlers<Result>(work: () => Promise<Result>): Promise<Result> {
  const ownHandlers = new Set([...process.listeners("SIGTERM"), ...process.stdin.listeners("end")]);
  const result = await work();
  for (const emitter of [process, process.stdin]) {
    const event = emitter === process ? "SIGTERM" : "end";
    for (const listener of emitter.rawListeners(event)) {
      const original = (listener as { listener?: NodeJS.SignalsListener }).listener ?? listener;
      if (!ownHandlers.has(original as NodeJS.SignalsListener)) emitter.removeListener(event, original as never);
    }
  }
  return result;
}
