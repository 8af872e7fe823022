/**
 * Web Locks: the browser releases them when a tab closes or crashes, which nothing else tells us. Without them (old
 * browsers) every other tab counts as gone; the server then refuses what was sent twice and the tabs re-sync.
 */
const locks = typeof navigator === "undefined" ? undefined : navigator.locks;

/** Whether it can be told which tabs are there. */
export const knowsTabs = locks !== undefined;

/** Holds a name until the returned function is called or the tab ends. `granted` is called when it is ours. */
export function hold(name: string, granted: () => void = () => {}): () => void {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  if (locks === undefined) granted();
  else {
    const waiting = new AbortController();
    const letGo = release;
    release = () => {
      waiting.abort();
      letGo();
    };
    locks
      .request(name, { signal: waiting.signal }, () => {
        granted();
        return released;
      })
      // Aborted while waiting for its turn.
      .catch(() => {});
  }
  return release;
}

/** Whether no tab holds this name. */
export async function isFree(name: string): Promise<boolean> {
  if (locks === undefined) return true;
  return locks.request(name, { ifAvailable: true }, async (lock) => lock !== null);
}
