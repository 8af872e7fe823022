import type { IncomingMessage, ServerResponse } from "node:http";
import type { Lifecycle } from "./lifecycle.ts";
import { INERT_POLICY } from "./security-headers.ts";

export type ProbeSettings = {
  lifecycle: Lifecycle;
  /** Whether the database answers. */
  databaseAnswers: () => Promise<boolean>;
  version: { version: string; build: string };
};

const CHECK_LASTS_MS = 1000;
const DATABASE_DEADLINE_MS = 2000;

/**
 * /healthz: the process turns its event loop. /readyz: send people here: started, migrated, database answers, not
 * stopping. /version: which release. They answer in every phase, and the same to everybody.
 */
export function createProbes({ lifecycle, databaseAnswers, version }: ProbeSettings) {
  // Kept for a moment and shared, so that a stranger who asks a thousand times asks the database once.
  let last: { at: number; answer: Promise<boolean> } | null = null;
  const database = (): Promise<boolean> => {
    const now = performance.now();
    if (!last || now - last.at > CHECK_LASTS_MS) last = { at: now, answer: withinDeadline(databaseAnswers) };
    return last.answer;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    switch (request.url?.split("?", 1)[0]) {
      case "/healthz":
        sendJson(response, 200, { healthy: true });
        return true;
      case "/version":
        sendJson(response, 200, version);
        return true;
      case "/readyz": {
        const because = lifecycle.phase === "serving" ? ((await database()) ? null : "database") : lifecycle.phase;
        sendJson(response, because ? 503 : 200, because ? { ready: false, because } : { ready: true });
        return true;
      }
      default:
        return false;
    }
  };
}

async function withinDeadline(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), DATABASE_DEADLINE_MS);
  });
  try {
    return await Promise.race([check().catch(() => false), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  const text = `${JSON.stringify(value)}\n`;
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Content-Security-Policy": INERT_POLICY,
    "Cache-Control": "no-store",
  });
  response.end(response.req.method === "HEAD" ? undefined : text);
}
