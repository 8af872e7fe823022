import { openRemovalsOf } from "#db/documents/removals.ts";
import { SITTING_QUIET_MS } from "#domain/documents/moments.ts";
import { noteRemovals } from "#server/history/index.ts";
import type { Services } from "#server/services.ts";

/** So many letters gone since the last look are worth a look: half of what rule HV2 begins at. */
const LETTERS_WORTH_A_LOOK = 100;
/** Long enough for who cuts and pastes, short enough for a team that sees its text go. */
const LOOK_AFTER_MS = 5_000;
const ROUND_MS = 20_000;

/**
 * Keeps versions at the end of a sitting, and looks soon when much was taken away. In memory only: what this node
 * forgets when it stops, `keepMissingVersions` finds.
 */
export function historyKeeping(services: () => Services | undefined) {
  const writtenAt = new Map<string, number>();
  const gone = new Map<string, number>();
  const looks = new Map<string, NodeJS.Timeout>();
  /** Documents with a notice that ends when the text is back. */
  const watched = new Set<string>();
  const runs = new Set<Promise<void>>();
  let stopped = false;
  const round = setInterval(() => {
    const now = Date.now();
    for (const [documentId, at] of writtenAt) if (now - at > SITTING_QUIET_MS + 1_000) run(documentId);
  }, ROUND_MS);
  round.unref();

  function run(documentId: string): void {
    const work = keep(documentId).finally(() => runs.delete(work));
    runs.add(work);
  }

  async function keep(documentId: string): Promise<void> {
    const known = services();
    const wrote = writtenAt.get(documentId) ?? 0;
    gone.delete(documentId);
    if (!known) return;
    try {
      await known.live.keepVersions(documentId);
      await noteRemovals(known);
      if ((await openRemovalsOf(known.db, [documentId])).length > 0) watched.add(documentId);
      else watched.delete(documentId);
    } catch (error) {
      known.log.error({ err: error, documentId }, "the versions of a document could not be kept");
    }
    const over = Date.now() - wrote > SITTING_QUIET_MS;
    if (over && writtenAt.get(documentId) === wrote) {
      writtenAt.delete(documentId);
      watched.delete(documentId);
    }
  }

  return {
    written(documentId: string, deletions: number): void {
      if (stopped) return;
      writtenAt.set(documentId, Date.now());
      if (deletions > 0) gone.set(documentId, (gone.get(documentId) ?? 0) + deletions);
      const worthIt = watched.has(documentId) || (gone.get(documentId) ?? 0) >= LETTERS_WORTH_A_LOOK;
      if (!worthIt || looks.has(documentId)) return;
      const look = setTimeout(() => {
        looks.delete(documentId);
        run(documentId);
      }, LOOK_AFTER_MS);
      look.unref();
      looks.set(documentId, look);
    },
    /** Begins nothing more, and waits for what it is at: the database closes after this. */
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(round);
      for (const look of looks.values()) clearTimeout(look);
      await Promise.all(runs);
    },
  };
}
