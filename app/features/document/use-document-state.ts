import { useEffect, useState } from "react";
import type { LiveDocument } from "#realtime/client/index.ts";

/** How a live document stands: whether its work is safe, whether its text is there, and what one may do with it. */
export function useDocumentState(open: LiveDocument) {
  const [status, setStatus] = useState(open.status);
  const [rights, setRights] = useState(open.rights);
  const [ready, setReady] = useState(false);
  const [progress, setProgress] = useState(open.progress);

  useEffect(() => {
    let gone = false;
    setStatus(open.status);
    setRights(open.rights);
    const stopStatus = open.onStatus(setStatus);
    const stopRights = open.onRights(setRights);
    setProgress(open.progress);
    const stopProgress = open.onProgress(setProgress);
    void open.ready.then(() => gone || setReady(true));
    return () => {
      gone = true;
      stopStatus();
      stopRights();
      stopProgress();
    };
  }, [open]);

  return { status, rights, ready, progress };
}
