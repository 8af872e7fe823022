/** Tells the other tabs of this browser that a person signed out, also when there is no network to tell them. */
const CHANNEL = "leerlus-live-sign-out";

export function tellSignedOut(personId: string): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(personId);
  channel.close();
}

/** @returns how to stop listening. */
export function onSignedOut(personId: string, listener: () => void): () => void {
  if (typeof BroadcastChannel === "undefined" || typeof window === "undefined") return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === personId) listener();
  };
  return () => channel.close();
}
