import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { NonceProvider } from "./frame/nonce.ts";
import { preferencesOf } from "./frame/preferences.ts";
import { i18nFor } from "./i18n/i18n.server.ts";
import { RETRY_SECONDS } from "./session/answer-failure.server.ts";

const giveUpAfterMs = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context;
  const { language } = preferencesOf(request);
  // A crawler reads what is there when the answer ends; a person reads from the first byte.
  const readyEvent = isbot(request.headers.get("User-Agent")) ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <I18nextProvider i18n={i18nFor(language)}>
          <RemixServer context={entry} url={request.url} nonce={nonce} abortDelay={giveUpAfterMs} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce,
        [readyEvent]() {
          answered = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          // That of the loader that threw is lost on the way here.
          if (status === 503) headers.set("Retry-After", String(RETRY_SECONDS));
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500;
          // Before the shell the error reaches the caller through onShellError; afterwards nobody else hears of it.
          if (answered) handleError(error, { request, context });
        },
      },
    );
    setTimeout(abort, giveUpAfterMs + 1_000).unref();
  });
}

/** Told to the log of the server, without a word of what people wrote. A request that was broken off is no fault. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.services.log.error({ err: error }, "a page could not be made");
}
