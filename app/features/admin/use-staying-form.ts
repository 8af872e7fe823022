import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { useSay } from "#app/ui/status-region.tsx";

/**
 * A form that is sent without leaving the page. After a success it is empty again and `done` is said; the focus stays
 * on its button, so that a second person or team can follow at once.
 */
export function useStayingForm(done?: string) {
  const fetcher = useFetcher();
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || isRefusal(fetcher.data)) return;
    form.current?.reset();
    if (done) say(done);
  }, [fetcher.state, fetcher.data, done, say]);
  return { Form: fetcher.Form, form, busy: fetcher.state !== "idle", ...useRefusal(fetcher.data) };
}
