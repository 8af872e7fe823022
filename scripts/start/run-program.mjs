import { spawn } from "node:child_process";
import { project } from "./project.mjs";

/**
 * Runs a Node program and waits. Its words on stderr are kept, to be shown or translated when it fails. A signal that
 * stops us stops it too: half an installation must not go on behind the person's back.
 */
export function runProgram(script, args, { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: project,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", "pipe"],
    });
    let words = "";
    const keep = (piece) => {
      words = (words + piece).slice(-20_000);
    };
    child.stdout?.on("data", keep);
    child.stderr.on("data", (piece) => {
      keep(piece);
      if (show) process.stderr.write(piece);
    });
    const stop = (signal) => child.kill(signal);
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.on("close", (code, signal) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (signal) process.exit(1);
      resolve({ failed: code !== 0, words });
    });
  });
}
