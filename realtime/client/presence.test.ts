import { expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { PresenceLink, withoutState } from "./presence.ts";

/** What the server sends: states under the keys it gave. */
function fromServer(states: Record<number, unknown>): Uint8Array {
  const keys = Object.keys(states).map(Number);
  const server = new Awareness(new Y.Doc());
  for (const key of keys) {
    server.states.set(key, states[key] as object);
    server.meta.set(key, { clock: 1, lastUpdated: 0 });
  }
  const update = encodeAwarenessUpdate(server, keys);
  server.destroy();
  return update;
}

it("leaves one state out of a message and keeps the others as they are", () => {
  const kept = withoutState(fromServer({ 1: { user: "é" }, 300: { user: "b" } }), 1);
  const awareness = new Awareness(new Y.Doc());
  applyAwarenessUpdate(awareness, kept!, "test");
  expect(awareness.states.get(300)).toEqual({ user: "b" });
  expect(awareness.states.has(1)).toBe(false);
  awareness.destroy();
  expect(withoutState(fromServer({ 1: {} }), 1)).toBeNull();
  expect(withoutState(Uint8Array.of(2, 1, 1, 200), 9)).toBeNull();
});

it("shows others while in the document, and nobody after", () => {
  const link = new PresenceLink(new Y.Doc(), () => {});
  const others = () => [...link.awareness.getStates().keys()].filter((key) => key !== link.awareness.clientID);
  link.receive(fromServer({ 5: {} }));
  expect(others()).toEqual([]);
  link.join(5);
  link.receive(fromServer({ 5: {}, 6: {} }));
  expect(others()).toEqual([6]);
  link.leave();
  expect(others()).toEqual([]);
  link.destroy();
});

it("sends the cursor, once, and nothing of what the editor claims about the person", () => {
  const sent: string[] = [];
  const link = new PresenceLink(new Y.Doc(), (payload) => sent.push(new TextDecoder().decode(payload)));
  link.awareness.setLocalStateField("user", { name: "Iemand anders" });
  link.awareness.setLocalStateField("cursor", { anchor: 1, head: 2 });
  link.join(5);
  expect(sent).toEqual(['{"cursor":{"anchor":1,"head":2}}']);
  link.destroy();
});
