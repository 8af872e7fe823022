import { setTimeout as sleep } from "node:timers/promises";
import { removeSocketFolder } from "#db/embedded/address.ts";
import { bringUp, type Server } from "#db/embedded/bring-up.ts";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";
import type { ServerPlan } from "#db/embedded/launch.ts";
import { stopServer } from "#db/embedded/stop-server.ts";

export interface Caretaker {
  /** Whether the server that runs now was started by this process. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

export interface Reports {
  log: { info(message: string): void; warn(message: string): void };
  onLost?(error: EmbeddedError): void;
}

/** Brings the server up again, under the same address, whenever it is gone, until told to stop. */
export function keepRunning(plan: ServerPlan, first: Server, { log, onLost }: Reports): Caretaker {
  let server = first;
  let stopping = false;
  let recovery = Promise.resolve();
  let stopped: Promise<void> | undefined;
  watch();

  function watch(): void {
    void server.lock.closed.then(() => {
      if (!stopping) recovery = recover();
    });
  }

  /** Never gives up: a full disk or a lack of memory may pass, and then the application works again by itself. */
  async function recover(): Promise<void> {
    for (let pauseMs = 100; !stopping; pauseMs = Math.min(pauseMs * 2, 5_000)) {
      try {
        const next = await bringUp(plan);
        const same = next.pid === server.pid; // only our connection was cut
        server = { ...next, owned: next.owned || (same && server.owned) };
        if (!same) log.warn(`The built-in database had stopped and runs again (process ${server.pid}).`);
        return watch();
      } catch (error) {
        if (error instanceof EmbeddedError && error.code === "in-use") return onLost?.(error);
        log.warn(error instanceof Error ? error.message : String(error));
        await sleep(pauseMs);
      }
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    await recovery;
    // The server goes first and the lock with it: the other way round a next start could take what is about to stop.
    if (server.owned) await stopServer(plan, server.pid);
    await server.lock.admin.end({ timeout: 1 });
    if (server.owned) await removeSocketFolder(plan.address, plan.data);
  }

  return {
    get owned() {
      return server.owned;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
