import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Sends an answer of the pages, piece by piece as it is made. What the page says in a header wins over our default. */
export async function sendWebResponse(answer: Response, response: ServerResponse, withBody: boolean): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-store");

  if (!answer.body || !withBody) {
    await answer.body?.cancel();
    response.end();
    return;
  }
  const body = Readable.fromWeb(answer.body as import("node:stream/web").ReadableStream);
  const sent = pipeline(body, response);
  body.on("data", flushSoon(response));
  await sent;
}

/**
 * Compression keeps bytes back until it has a good block; a page that is streamed must still show what it has. Once per
 * turn of the event loop, because a flush per small piece would cost more than the compression saves.
 */
function flushSoon(response: ServerResponse & { flush?: () => void }): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      if (!response.writableEnded && !response.destroyed) response.flush?.();
    });
  };
}
