import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useRoot } from "#app/frame/use-root.ts";
import type { LiveConnection as Connection, SessionEnd } from "#realtime/client/index.ts";
import { SessionOver } from "./session-over.tsx";

const ConnectionContext = createContext<Connection | null>(null);

/**
 * The one live line of this tab, opened after the page is there: the text can be read before a single byte of it has
 * travelled. Screens that do not stand inside it simply do not hear of changes.
 */
export function LiveConnection({ children }: { children: ReactNode }) {
  const personId = useRoot()?.viewer?.id;
  const [connection, setConnection] = useState<Connection | null>(null);
  const [end, setEnd] = useState<SessionEnd | null>(null);

  useEffect(() => {
    if (!personId) return;
    let gone = false;
    let opened: Connection | undefined;
    void import("#realtime/client/index.ts").then(({ connectLive }) => {
      if (gone) return;
      opened = connectLive({ url: window.location.origin, personId, storage: "indexeddb" });
      opened.onSessionEnded(setEnd);
      setConnection(opened);
    });
    return () => {
      gone = true;
      setConnection(null);
      void opened?.close();
    };
  }, [personId]);

  // Nothing here is saved any more, and the computer may be somebody else's by now.
  if (end) return <SessionOver end={end} />;
  return <ConnectionContext.Provider value={connection}>{children}</ConnectionContext.Provider>;
}

/** The line, or null while it is not there yet (and always on the server). */
export const useConnection = () => useContext(ConnectionContext);

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
