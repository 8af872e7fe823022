import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/**
 * npm dies of a SIGTERM without passing it on, and leaves its child serving on a port that nobody can find any more.
 * A process whose parent died gets another parent; so does the shell that some systems put between npm and us.
 */
export function watchParent(gone: () => void): void {
  const before = ancestry();
  const timer = setInterval(() => {
    if (ancestry() === before) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

function ancestry(): string {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** Linux tells; elsewhere our own parent has to do. */
function parentOf(pid: number): string {
  try {
    // "pid (name) state ppid …"; the name may hold spaces and brackets, so count from the last one.
    return readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ")[1] ?? "";
  } catch {
    return "";
  }
}
