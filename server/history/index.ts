export { keepMissingVersions } from "./keep-missing-versions.ts";
export { nameVersion } from "./name-version.ts";
export { noteRemovals } from "./note-removals.ts";
export { restoreVersion } from "./restore-version.ts";
export { settleRemoval } from "./settle-removal.ts";
export { type HistoryView, type VersionView, viewHistory } from "./view-history.ts";
export { type OpenedVersion, viewVersion } from "./view-version.ts";
