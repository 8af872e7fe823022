import { redirect } from "@remix-run/node";
import { preferencesOf } from "#app/frame/preferences.ts";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { refererOf } from "./answer-failure.server.ts";
import type { Refusal } from "./refusal.ts";

/** Only a browser that goes to a page asks for one; scripts of ours ask for data or for anything. */
export const sentWithoutScript = (request: Request): boolean =>
  request.headers.get("Accept")?.includes("text/html") ?? false;

/** What a person meets after a form that a verb took or refused: the page that held it, or the refusal in words. */
export async function answerWithoutScript(answer: Response, request: Request): Promise<Response> {
  const from = refererOf(request, new URL(request.url));
  const back = from ? from.pathname + from.search : "/";
  if (answer.status < 300) return redirect(back, 303);
  if (answer.status < 400) return answer;
  const { failure } = (await answer.clone().json()) as Refusal;
  const headers = new Headers(answer.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.delete("Content-Length");
  return new Response(pageOf(failure, answer.status, back, request), { status: answer.status, headers });
}

/**
 * A small page by hand: the address of a verb has no place in the tree of pages, so nothing renders there. What was
 * typed stands on it, so that it can be taken along.
 */
function pageOf(failure: Refusal["failure"], status: number, back: string, request: Request): string {
  const { language } = preferencesOf(request);
  // Reasons are text, so the compiler cannot know the keys; a test keeps the catalogues complete.
  const say = i18nFor(language).getFixedT(language, "errors") as (key: string | string[], values?: object) => string;
  const { form, ...fields } = failure.fields;
  const named = Object.values(fields).map((why) => say([`field.${why}`, "field.invalid"], failure.details));
  const whole = form ?? (named.length === 0 ? failure.reason : undefined);
  const sentences = [
    ...(whole ? [say([`reason.${whole}`, `field.${whole}`, `reason.${failure.kind}`], failure.details)] : []),
    ...new Set(named),
  ];
  const typed = Object.values(failure.typed).filter((text) => /\s/.test(text.trim()));
  const title = escaped(say(`page.${status}.title`));
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} · Leerlus</title>` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>` +
    `<body style="background:#faf6ee;background:light-dark(#faf6ee,#1c1a17)"><main style="${MAIN}">` +
    `<p><strong>Leerlus</strong></p><h1 style="font:600 1.875rem/1.25 Georgia,serif;margin:2rem 0 1rem">${title}</h1>${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join("")}` +
    `${typed.map((text) => `<blockquote style="white-space:pre-wrap">${escaped(text)}</blockquote>`).join("")}` +
    `<p style="margin-top:2rem"><a style="color:inherit" href="${escaped(back)}">${escaped(say("back"))}</a></p></main></body></html>\n`
  );
}

/** The paper and the ink of every other page (tokens.css), for the light and the dark eye. */
const MAIN =
  "font:1.125rem/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem;" +
  "color:#262119;color:light-dark(#262119,#f1ebe0)";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? "");
