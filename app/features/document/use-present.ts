import { useEffect, useState } from "react";
import type { LiveDocument } from "#realtime/client/index.ts";

export interface Present {
  id: string;
  name: string;
}

/** The others who have this document open, each once, however many tabs they have. */
export function usePresent(open: LiveDocument, viewerId: string): readonly Present[] {
  const [present, setPresent] = useState<readonly Present[]>([]);
  useEffect(() => {
    const read = () => {
      const people = new Map<string, string>();
      for (const state of open.awareness.getStates().values()) {
        const user = state.user as { id?: unknown; name?: unknown } | undefined;
        if (typeof user?.id === "string" && typeof user.name === "string" && user.id !== viewerId)
          people.set(user.id, user.name);
      }
      const now = [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "nl"));
      setPresent((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    read();
    open.awareness.on("change", read);
    return () => open.awareness.off("change", read);
  }, [open, viewerId]);
  return present;
}
