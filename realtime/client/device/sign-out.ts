/** Tells the other tabs of this browser that a person signed out, also when there is no network to tell them. */
const CHANNEL = "leerlus-live-sign-out";

/** A channel is heard by everybody but itself: also by the tab that tells, which is on its way out already. */
const THIS_TAB = Math.random();

export function tellSignedOut(personId: string): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ personId, tab: THIS_TAB });
  channel.close();
}

/** @returns how to stop listening. */
export function onSignedOut(personId: string, listener: () => void): () => void {
  if (typeof BroadcastChannel === "undefined" || typeof window === "undefined") return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data.personId === personId && data.tab !== THIS_TAB) listener();
  };
  return () => channel.close();
}
