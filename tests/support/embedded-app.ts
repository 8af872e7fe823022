import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { onTestFinished } from "vitest";

/** An application on the embedded database, in a process of its own that a test can kill. */
export interface EmbeddedApp {
  pid: number;
  /** What it says first: where its database is, or why it has none. */
  first: { url?: string; owned?: boolean; code?: string; message?: string };
  /** The last number it knows to be saved: it inserts 1, 2, 3… into `written (n)` as fast as it can. */
  saved(): number;
  /** What it was told when it lost its folder. */
  lost(): string | undefined;
  signal(signal: NodeJS.Signals): void;
  /** Its exit status, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

let program: Promise<string> | undefined;

/** Bundled once for a file of tests: started from its sources it takes three times the work, at each of many starts. */
async function bundled(): Promise<string> {
  const outfile = join("test-results", `embedded-app-${process.pid}.mjs`);
  await build({
    entryPoints: ["tests/support/embedded-app-process.ts"],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
  });
  return outfile;
}

export async function startEmbeddedApp(folder: string): Promise<EmbeddedApp> {
  program ??= bundled();
  const child = spawn(process.execPath, [await program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit").then(([status, signal]) => (status ?? signal) as number | NodeJS.Signals);
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { saved: 0, lost: undefined as string | undefined };
  const first = await firstLine(child, said);
  return {
    pid: child.pid!,
    first,
    saved: () => said.saved,
    lost: () => said.lost,
    signal: (signal) => child.kill(signal),
    ended,
  };
}

function firstLine(child: ChildProcess, said: { saved: number; lost?: string }): Promise<EmbeddedApp["first"]> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout! });
    lines.on("line", (line) => {
      const message = JSON.parse(line);
      if ("saved" in message) said.saved = message.saved;
      else if ("lost" in message) said.lost = message.lost;
      else resolve(message);
    });
    lines.once("close", () => reject(new Error("the application ended without a word")));
  });
}
