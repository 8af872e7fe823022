import { isOutOfReach } from "#db/is-out-of-reach.ts";
import { Failure, isFailure } from "#domain/errors.ts";

/** What the vocabulary of the product says of something thrown; null for a fault of ours. */
export function knownFailure(thrown: unknown): Failure | null {
  if (isFailure(thrown)) return thrown;
  return isOutOfReach(thrown) ? new Failure("unavailable", "unavailable") : null;
}
