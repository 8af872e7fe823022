/** Tells the tabs of this browser that a person signed out, also when there is no network to tell them. */
const CHANNEL = "leerlus-live-sign-out";

/** Who was told of by this tab: a channel is heard by everybody but itself, so by this tab too. */
const toldHere = new Set<string>();

export function tellSignedOut(personId: string): void {
  if (typeof BroadcastChannel === "undefined") return;
  toldHere.add(personId);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(personId);
  channel.close();
}

/** @param listener is told whether it was in this tab, too. @returns how to stop listening. */
export function onSignedOut(personId: string, listener: (here: boolean) => void): () => void {
  if (typeof BroadcastChannel === "undefined" || typeof window === "undefined") return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === personId) listener(toldHere.has(personId));
  };
  return () => channel.close();
}
