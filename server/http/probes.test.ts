import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Lifecycle } from "./lifecycle.ts";
import { createProbes } from "./probes.ts";

const lifecycle: Lifecycle = { phase: "serving" };
const databaseAnswers = vi.fn<() => Promise<boolean>>();
let server: Server;

beforeEach(async () => {
  databaseAnswers.mockReset().mockResolvedValue(true);
  const probes = createProbes({ lifecycle, databaseAnswers, version: { version: "1", build: "b" } });
  server = createServer((request, response) => void probes(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

async function ready() {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`);
  return [answer.status, await answer.json()];
}

test("ready means that the database answers", async () => {
  expect(await ready()).toEqual([200, { ready: true }]);
});

test("a database that refuses makes the node not ready, and says no more than that", async () => {
  databaseAnswers.mockRejectedValue(new Error("password authentication failed for user leerlus"));
  expect(await ready()).toEqual([503, { ready: false, because: "database" }]);
});

test("a database that hangs makes the node not ready after two seconds", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  databaseAnswers.mockReturnValue(new Promise(() => {}));
  const answer = ready();
  await vi.waitFor(() => expect(databaseAnswers).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(2000);
  expect(await answer).toEqual([503, { ready: false, because: "database" }]);
});

test("a crowd at /readyz asks the database once", async () => {
  await Promise.all(Array.from({ length: 20 }, ready));
  expect(databaseAnswers).toHaveBeenCalledTimes(1);
});
