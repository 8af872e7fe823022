import { noteWriting } from "#server/cycles/index.ts";
import type { Services } from "#server/services.ts";

/** The same person in the same document is looked up again only after this long; the use case knows the sitting. */
const QUIET_MINUTES = 10;

/**
 * Turns commits of live documents into "Anna schreef in de tekst": one look at the database per person, document and
 * ten minutes, off the path of the keystroke. What fails is logged and tried with the next commit after that.
 */
export function writingNotes(services: () => Services | undefined) {
  const noted = new Map<string, number>();
  return (documentId: string, personIds: ReadonlySet<string>): void => {
    const now = Date.now();
    for (const personId of personIds) {
      const key = `${documentId} ${personId}`;
      if (now - (noted.get(key) ?? 0) < QUIET_MINUTES * 60_000) continue;
      noted.set(key, now);
      setImmediate(() => void note(services(), documentId, personId));
    }
    // A busy node over a school year would remember everybody; what is older than the quiet time is worth nothing.
    if (noted.size > 10_000) for (const [key, at] of noted) if (now - at > QUIET_MINUTES * 60_000) noted.delete(key);
  };
}

async function note(services: Services | undefined, documentId: string, personId: string): Promise<void> {
  if (!services) return;
  try {
    await noteWriting({ ...services, actor: { kind: "person", id: personId } }, documentId);
  } catch (error) {
    services.log.error({ err: error, documentId }, "that somebody wrote could not be noted");
  }
}
