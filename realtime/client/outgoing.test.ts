import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { Device } from "./device/device.ts";
import { memoryDevice } from "./device/memory.ts";
import { Outgoing } from "./outgoing.ts";

function outgoing(device: Device | null) {
  const doc = new Y.Doc();
  const host = { changed: vi.fn(), failed: vi.fn() };
  const out = new Outgoing(doc, "document-1", device, host);
  doc.on("update", (update: Uint8Array) => out.add(update));
  const type = (words: string) => doc.getText("words").insert(doc.getText("words").length, words);
  return { out, doc, host, type };
}

/** A device that works until it is full. */
function filling(): Device & { full: boolean } {
  const device = {
    ...memoryDevice(),
    full: false,
    open: (...args: Parameters<Device["open"]>) => {
      const copy = inner.open(...args);
      const write = copy.write.bind(copy);
      copy.write = async (...what) => {
        if (device.full) throw new Error("QuotaExceededError");
        await write(...what);
      };
      return copy;
    },
  };
  const inner = memoryDevice();
  return device;
}

describe("what waits to be sent", () => {
  it("is on the device only when the device has confirmed it", async () => {
    const { out, type } = outgoing(memoryDevice());
    type("een");
    expect(out.isOnDevice).toBe(false);
    await vi.waitFor(() => expect(out.isOnDevice).toBe(true));
  });

  it("is nowhere but here once the device is full, and the document says so", async () => {
    const device = filling();
    const { out, host, type } = outgoing(device);
    type("een");
    await vi.waitFor(() => expect(out.isOnDevice).toBe(true));
    device.full = true;
    type("twee");
    await vi.waitFor(() => expect(out.storage).toBe("unavailable"));
    expect(out.isOnDevice).toBe(false);
    expect(host.failed).toHaveBeenCalledOnce();
    type("drie");
    expect(out.outbox.pending).toBe(3);
  });

  it("is taken over from a dead tab, to be compared with the server first", async () => {
    const device = memoryDevice();
    const dead = outgoing(device);
    dead.type("van toen");
    await dead.out.close();
    const { out } = outgoing(device);
    const stored = await out.load();
    expect([stored?.orphans.length, out.outbox.pending, out.startsAfresh, out.isOnDevice]).toEqual([1, 1, true, true]);
  });

  it("becomes one difference in a new session when the server says what it has", async () => {
    const { out, doc, type } = outgoing(memoryDevice());
    const server = new Y.Doc();
    for (let i = 0; i < 60; i++) type(`${i} `);
    const before = out.outbox.sessionId;
    const session = out.sessionToJoin();
    expect([session === before, out.startsAfresh]).toEqual([false, true]);
    out.restart(session, Y.encodeStateVector(server));
    expect([out.outbox.sessionId, out.outbox.pending, out.startsAfresh]).toEqual([session, 1, false]);
    for (const update of out.outbox.updates) Y.applyUpdate(server, update);
    expect(server.getText("words").toString()).toBe(doc.getText("words").toString());
  });

  it("includes deletions, of which no state vector tells", () => {
    const { out, doc, type } = outgoing(null);
    const server = new Y.Doc();
    type("alles weg");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    doc.getText("words").delete(0, 9);
    out.restart("new", Y.encodeStateVector(server));
    for (const update of out.outbox.updates) Y.applyUpdate(server, update);
    expect(server.getText("words").toString()).toBe("");
  });

  it("is nothing when the server has everything", () => {
    const { out, doc } = outgoing(null);
    out.restart("new", Y.encodeStateVector(doc));
    expect(out.outbox.pending).toBe(0);
  });
});
