import type { ComponentType } from "react";

let loaded: ComponentType | null = null;

/** Asked for by the root when somebody is signed in, and by entry.client beforehand so that nothing waits in a row. */
export async function loadWorkingShell(): Promise<{ default: ComponentType }> {
  const shell = await import("./working-shell.tsx");
  loaded = shell.default;
  return shell;
}

/** The shell when it is here already. */
export const loadedWorkingShell = (): ComponentType | null => loaded;
