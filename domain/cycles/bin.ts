/** So many days a discarded cycle or card can be brought back; after that it is deleted with all in it (product §10). */
export const BIN_DAYS = 30;

const BIN_MS = BIN_DAYS * 86_400_000;

/** The moment at which what was discarded then can no longer be brought back. */
export const binEnds = (discardedAt: Date): Date => new Date(discardedAt.getTime() + BIN_MS);

/** What was discarded at this moment or before it is over at `now`. */
export const binBegins = (now: Date): Date => new Date(now.getTime() - BIN_MS);
