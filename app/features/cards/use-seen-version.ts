import { useCallback, useEffect, useState } from "react";

/**
 * The version that an open form shows: a colleague's newer one must not slip in under our words while we write.
 *
 * @param newest the version as the page has it now.
 * @returns the version that goes with the form, and what to call when it was saved: the next one is ours.
 */
export function useSeenVersion(newest: number): readonly [number, () => void] {
  const [seen, see] = useState(newest);
  const [saved, save] = useState(false);
  useEffect(() => {
    if (!saved || newest <= seen) return;
    see(newest);
    save(false);
  }, [saved, seen, newest]);
  const noteSaved = useCallback(() => save(true), []);
  return [seen, noteSaved];
}
