import { Outlet } from "@remix-run/react";
import { LiveConnection } from "#app/live/live-connection.tsx";
import { ServerState } from "./server-state.tsx";

/** What the pages of signed-in people stand in: the screen's copy of the server's data, and the live line of this tab. */
export default function WorkingShell() {
  return (
    <ServerState>
      <LiveConnection>
        <Outlet />
      </LiveConnection>
    </ServerState>
  );
}
