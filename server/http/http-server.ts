import { createServer, IncomingMessage, type RequestListener, type Server, ServerResponse } from "node:http";

const SECOND_MS = 1000;

/**
 * The server with its deadlines. None of them can be stretched by sending a byte now and then; keeping a line open is
 * longer than what load balancers do, so that it is them who hang up and no request falls into the gap.
 *
 * `headers` are on every answer, also on those of the live channel, which answers plain HTTP on its path by itself.
 */
export function createHttpServer(listener: RequestListener, headers: Readonly<Record<string, string>>): Server {
  class AnswerWithHeaders extends ServerResponse {
    constructor(request: IncomingMessage) {
      super(request);
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    }
  }
  return createServer(
    {
      IncomingMessage,
      ServerResponse: AnswerWithHeaders as unknown as typeof ServerResponse,
      headersTimeout: 15 * SECOND_MS,
      requestTimeout: 30 * SECOND_MS,
      keepAliveTimeout: 65 * SECOND_MS,
      connectionsCheckingInterval: 5 * SECOND_MS,
      maxHeaderSize: 16 * 1024,
    },
    listener,
  );
}

/**
 * Node hands a request for an upgrade to its listeners and forgets the line: one that nobody wants would stay open.
 * `path` is where upgrades are wanted; null = nowhere.
 */
export function refuseOtherUpgrades(server: Server, path: string | null): void {
  server.on("upgrade", ({ url = "" }, socket) => {
    if (path === null || !url.startsWith(`${path}/`)) socket.destroy();
  });
}

/** Takes the port, or fails with the code of the system (EADDRINUSE, EACCES). */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** No new connections; what is under way may finish until `deadlineMs` is over, then it is cut. */
export function closeHttpServer(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
      // Lines that became WebSockets are no longer the server's to close, yet it waits for them.
      resolve();
    }, deadlineMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
