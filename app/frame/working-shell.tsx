import { Outlet } from "@remix-run/react";
import { LiveConnection } from "#app/live/live-connection.tsx";
import { LateAnswers } from "./late-answers.tsx";
import { ServerState } from "./server-state.tsx";

/** What the pages of signed-in people stand in: the server's data as this tab has it, its live line, and its late answers. */
export default function WorkingShell() {
  return (
    <ServerState>
      <LiveConnection>
        <LateAnswers>
          <Outlet />
        </LateAnswers>
      </LiveConnection>
    </ServerState>
  );
}
