import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "#domain/people/words.ts";
import { INERT_POLICY } from "./security-headers.ts";
import { languageOf, type Situation, sayIn } from "./sentences.ts";

const RETRY_SECONDS = 5;
const STYLE = "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}";

type PlainAnswer = { status: number; situation: Situation; values?: Record<string, string>; retry?: boolean };

/** A refusal or a pause in one plain sentence: a small page for a person, text for a script. */
export function answerPlainly(request: IncomingMessage, response: ServerResponse, answer: PlainAnswer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const language = languageOf(request.headers.cookie);
  const forPerson = request.headers.accept?.includes("text/html") ?? false;
  const { title, sentence } = sayIn(language, answer.situation, answer.values);
  const text = forPerson ? page(language, title, sentence, answer, request.method) : `${title}. ${sentence}\n`;
  response.statusCode = answer.status;
  response.setHeader("Content-Type", `text/${forPerson ? "html" : "plain"}; charset=utf-8`);
  response.setHeader("Content-Length", Buffer.byteLength(text));
  response.setHeader("Content-Security-Policy", INERT_POLICY);
  response.setHeader("Cache-Control", "no-store");
  if (answer.retry) response.setHeader("Retry-After", RETRY_SECONDS);
  response.end(request.method === "HEAD" ? undefined : text);
}

function page(language: Language, title: string, sentence: string, answer: PlainAnswer, method?: string): string {
  // Only a page that was asked for may be asked for again: sending a form twice is not ours to decide.
  const again = answer.retry && method === "GET" ? `<meta http-equiv="refresh" content="${RETRY_SECONDS}">` : "";
  const home = answer.retry ? "" : `<p><a href="/">${sayIn(language, "home").title}</a></p>`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} · Leerlus</title>` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${again}` +
    `<style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${sentence}</p>${home}</main></body></html>\n`
  );
}
