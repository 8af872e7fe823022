/** Asked for by the root when somebody is signed in, and by entry.client beforehand so that nothing waits in a row. */
export const loadWorkingShell = () => import("./working-shell.tsx");
