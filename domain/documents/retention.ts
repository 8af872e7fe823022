import { dayOf } from "#domain/calendar/brussels.ts";
import type { VersionReason } from "./moments.ts";

/**
 * Which versions of a document are kept. Rules quoted by tests:
 * - VR1 A version with a name stays, and so do the beginning, the newest, and one that an open notice offers.
 * - VR2 For two days every version stays.
 * - VR3 Up to a month the newest of each day stays, with those kept around moving on, a removal and a restore.
 * - VR4 Up to a year the newest of each week stays, and the one of each move; later the newest of each month.
 * - VR5 Never more than 200 without a name: the oldest go first.
 */
export interface KeptVersion {
  id: string;
  at: Date;
  reason: VersionReason;
  named: boolean;
  /** An open notice about removed text points to it. */
  offered: boolean;
}

export const UNNAMED_VERSIONS_AT_MOST = 200;

const DAY_MS = 86_400_000;
const EVERY_VERSION_DAYS = 2;
const EVERY_DAY_DAYS = 31;
const EVERY_WEEK_DAYS = 366;

/** The ids of the versions to delete, from all of a document's versions at the moment `now`. */
export function versionsToDrop(versions: readonly KeptVersion[], now: Date): string[] {
  const newestFirst = [...versions].sort((a, b) => b.at.getTime() - a.at.getTime());
  const seen = new Set<string>();
  const dropped: string[] = [];
  let unnamed = 0;
  for (const [index, version] of newestFirst.entries()) {
    const slot = slotOf(version, now);
    const first = !seen.has(slot);
    seen.add(slot);
    if (version.named || version.offered || version.reason === "begun" || index === 0) continue;
    if (first && unnamed < UNNAMED_VERSIONS_AT_MOST) unnamed++;
    else dropped.push(version.id);
  }
  return dropped;
}

/** Versions in one slot say the same to who looks back from `now`; the newest of them stays. */
function slotOf({ id, at, reason }: KeptVersion, now: Date): string {
  const days = (now.getTime() - at.getTime()) / DAY_MS;
  if (days <= EVERY_VERSION_DAYS) return id;
  if (days <= EVERY_DAY_DAYS) return reason === "sitting" ? `day ${dayOf(at)}` : id;
  if (days <= EVERY_WEEK_DAYS) return reason === "moved" ? id : `week ${Math.floor(at.getTime() / (7 * DAY_MS))}`;
  return `month ${dayOf(at).slice(0, 7)}`;
}
