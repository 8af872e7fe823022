/**
 * When a version of a live document is kept. Rules quoted by tests:
 * - HV1 A sitting ends when nobody wrote for five minutes; its end is a version.
 * - HV2 Before one person takes away more than half of a text of some length within two minutes, a version is kept.
 * - HV3 Moving on, restoring and a name given by hand keep a version too; nothing changed, no version.
 * - HV4 With the first version comes the text as it began: the questions that the server wrote.
 */
export const VERSION_REASONS = [
  "begun",
  "sitting",
  "moved",
  "before-removal",
  "before-restore",
  "restored",
  "named",
] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

export const VERSION_NAME_LIMIT = 80;
export const NAMED_VERSIONS_AT_MOST = 100;

export const SITTING_QUIET_MS = 5 * 60_000;
export const REMOVAL_WITHIN_MS = 2 * 60_000;
const REMOVAL_SHARE = 0.5;
/** Characters; below it, starting over is writing and no loss. */
const REMOVAL_FROM = 200;
/** A text that has this share of its length again is not missed. */
export const REMOVAL_MENDED_SHARE = 0.75;

/** What one update in the log did to the text. */
export interface WritingStep {
  /** Row of the log it stands in; several steps may share one. */
  seq: number;
  /** When that row was written, in milliseconds. */
  at: number;
  /** Null for the server itself. */
  personId: string | null;
  /** Characters. */
  added: number;
  removed: number;
}

/** The rows after which a sitting was over, given the moment now: the last of each that has quiet behind it (HV1). */
export function sittingEnds(steps: readonly WritingStep[], now: number): number[] {
  return steps.flatMap(({ seq, at }, index) => {
    const next = steps[index + 1];
    return (next?.at ?? now) - at >= SITTING_QUIET_MS && next?.seq !== seq ? [seq] : [];
  });
}

export interface LargeRemoval {
  personId: string;
  /** The last row before it: the text to go back to. */
  beforeSeq: number;
  at: number;
  /** Characters there were before. */
  lengthBefore: number;
}

/**
 * The removals of rule HV2. Words that come in the same stroke count against those that go, so rewriting is none.
 *
 * @param length characters of the text before the first step.
 */
export function largeRemovals(length: number, steps: readonly WritingStep[]): LargeRemoval[] {
  const found: LargeRemoval[] = [];
  const windows = new Map<string, { lengthBefore: number; step: WritingStep; net: number }[]>();
  let now = length;
  for (const step of steps) {
    const { personId, added, removed, at } = step;
    if (personId !== null) {
      const recent = (windows.get(personId) ?? []).filter((each) => at - each.step.at <= REMOVAL_WITHIN_MS);
      recent.push({ lengthBefore: now, step, net: 0 });
      for (const each of recent) each.net += removed - added;
      const first = recent.find(
        (each) => each.lengthBefore >= REMOVAL_FROM && each.net > each.lengthBefore * REMOVAL_SHARE,
      );
      if (first) {
        const { lengthBefore, step: begin } = first;
        found.push({ personId, beforeSeq: begin.seq - 1, at, lengthBefore });
      }
      windows.set(personId, first ? [] : recent);
    }
    now += added - removed;
  }
  return found;
}
