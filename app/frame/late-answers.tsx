import { useFetcher } from "@remix-run/react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { isRefusal } from "#app/session/refusal.ts";
import { useSay } from "#app/ui/status-region.tsx";

const Await = createContext<(fetcherKey: string, done: string) => void>(() => {});

/** `await(key, done)`: `done` is said when what this fetcher has sent was not refused. */
export const useLateAnswer = () => useContext(Await);

/**
 * Says what was done when its answer comes, also when the row that asked has left the page by then: the live line often
 * brings the news before the answer, and who pressed would hear nothing.
 */
export function LateAnswers({ children }: { children: ReactNode }) {
  const [awaited, setAwaited] = useState<ReadonlyMap<string, string>>(new Map());
  const wait = useCallback((key: string, done: string) => setAwaited((before) => new Map(before).set(key, done)), []);
  const end = useCallback(
    (key: string) => setAwaited((before) => new Map([...before].filter(([id]) => id !== key))),
    [],
  );
  return (
    <Await.Provider value={wait}>
      {children}
      {[...awaited].map(([key, done]) => (
        <Answer key={key} fetcherKey={key} done={done} onEnd={end} />
      ))}
    </Await.Provider>
  );
}

function Answer({ fetcherKey, done, onEnd }: { fetcherKey: string; done: string; onEnd: (key: string) => void }) {
  const { state, data } = useFetcher({ key: fetcherKey });
  const say = useSay();
  useEffect(() => {
    if (state !== "idle") return;
    if (data && !isRefusal(data)) say(done);
    onEnd(fetcherKey);
  }, [state, data, done, say, fetcherKey, onEnd]);
  return null;
}
