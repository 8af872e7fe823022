import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useRoot } from "#app/frame/use-root.ts";
import type { LiveConnection as Connection, SessionEnd } from "#realtime/client/index.ts";
import { SessionOver } from "./session-over.tsx";

const ConnectionContext = createContext<Connection | null>(null);
const FailedContext = createContext(false);

/**
 * The one live line of this tab, opened after the page is there: the text can be read before a single byte of it has
 * travelled. Screens that do not stand inside it simply do not hear of changes.
 */
export function LiveConnection({ children }: { children: ReactNode }) {
  const personId = useRoot()?.viewer?.id;
  const [connection, setConnection] = useState<Connection | null>(null);
  const [end, setEnd] = useState<SessionEnd | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!personId) return;
    let gone = false;
    let opened: Connection | undefined;
    import("#realtime/client/index.ts").then(
      ({ connectLive }) => {
        if (gone) return;
        opened = connectLive({ url: window.location.origin, personId, storage: "indexeddb" });
        opened.onSessionEnded((how) => setEnd(how.elsewhere ? how : { ...how, unsaved: withTyped(how.unsaved) }));
        setConnection(opened);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      setConnection(null);
      void opened?.close();
    };
  }, [personId]);

  // Nothing here is saved any more, and the computer may be somebody else's by now.
  if (end) return <SessionOver end={end} />;
  return (
    <FailedContext.Provider value={failed}>
      <ConnectionContext.Provider value={connection}>{children}</ConnectionContext.Provider>
    </FailedContext.Provider>
  );
}

/** These words and those that stand in the forms of the page: they go with it. */
function withTyped(words: string): string {
  const fields = document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    "main textarea:read-write, main input[type=text]:read-write",
  );
  const typed = [...fields].filter(({ value, defaultValue }) => value !== defaultValue).map(({ value }) => value);
  return [words, ...typed].filter((text) => text.trim() !== "").join("\n");
}

/** The line, or null while it is not there yet (and always on the server). */
export const useConnection = () => useContext(ConnectionContext);

/** The file that opens the line did not come, as after a release that took it away: only a new page helps. */
export const useConnectionFailed = () => useContext(FailedContext);

/**
 * Listens to topics such as `cycle:<id>`: when something of them changes, the screen asks again for what it shows of
 * it. After the line was away everything is asked again, because what was missed is not known.
 */
export function useWatch(topics: readonly string[]): void {
  const connection = useConnection();
  const client = useQueryClient();
  const list = [...topics].sort().join(" ");

  useEffect(() => {
    if (!connection || list === "") return;
    const refresh = (keys: readonly (readonly string[])[]) => {
      for (const key of keys) void client.invalidateQueries({ queryKey: key });
    };
    const stops = list.split(" ").map((topic) => connection.watch(topic, refresh));
    const stopReturns = connection.onReturn(() => void client.invalidateQueries());
    return () => {
      for (const stop of stops) stop();
      stopReturns();
    };
  }, [connection, client, list]);
}
