import { useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef } from "react";
import { useLateAnswer } from "#app/frame/late-answers.tsx";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";

/**
 * A form that is sent without leaving the page. After a success it is empty again and `done` is said; the focus stays
 * on its button, so that a second person or team can follow at once.
 */
export function useStayingForm(done?: string) {
  const key = useId();
  const fetcher = useFetcher({ key });
  const awaitAnswer = useLateAnswer();
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef(false);
  const heard = useRef(fetcher.data);
  useEffect(() => {
    // On a busy machine the states between the press and the answer may never be painted.
    const unawaited = !waiting.current && fetcher.data !== heard.current;
    if (done && (fetcher.state !== "idle" || unawaited)) awaitAnswer(key, done);
    waiting.current = fetcher.state !== "idle";
    heard.current = fetcher.data;
  }, [fetcher.state, fetcher.data, done, awaitAnswer, key]);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data)) form.current?.reset();
  }, [fetcher.state, fetcher.data]);
  return { Form: fetcher.Form, form, busy: fetcher.state !== "idle", ...useRefusal(fetcher.data) };
}
