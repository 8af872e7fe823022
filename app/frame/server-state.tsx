import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

// What a screen shows is true until the live channel names its key; asking again by the clock would only cost battery.
const createClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: 2,
        throwOnError: false,
      },
    },
  });

/** The screen's copy of what the server knows. One per browser tab, one per request on the server. */
export function ServerState({ children }: { children: ReactNode }) {
  const [client] = useState(createClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
