import { type MailParams, type MailTemplate, mailCatalogues } from "#content/mails/index.ts";
import type { Language } from "#domain/people/words.ts";

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const LONGEST_VALUE = 160;

/**
 * A name or title that somebody chose, as it may stand in a mail: one line, without characters that end a header, turn
 * the reading direction or cannot be seen (T58).
 */
export function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...line];
  return characters.length <= LONGEST_VALUE ? line : `${characters.slice(0, LONGEST_VALUE - 1).join("")}…`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** Some mail programs turn any name with a dot into a link: an invisible joiner keeps a name a name. */
const unlinked = (text: string) => text.replace(/(?<=\w)\.(?=\w)|:\/\/|@/g, (sign) => `${sign}\u2060`);

/** Writes a mail in one language. `site` is where people reach this installation. */
export function renderMail<Template extends MailTemplate>(
  template: Template,
  params: MailParams[Template],
  language: Language,
  site: string,
): RenderedMail {
  const { mails, footer, orCopy } = mailCatalogues[language];
  const words = mails[template];
  const { link, ...rest } = params;
  const values = Object.fromEntries(
    Object.entries({ ...rest, site }).map(([name, value]) => [name, unlinked(oneLine(String(value)))]),
  );
  // One pass: a value that itself looks like `{link}` is not filled in again.
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

  const before = words.before.map(fill);
  const after = words.after.map(fill);
  const small = fill(footer);
  return {
    subject: fill(words.subject).replaceAll("\u2060", ""),
    text: [...before, `${words.button}:\n${link}`, ...after, `-- \n${small}`].join("\n\n"),
    html: page(language, [
      ...before.map(paragraph),
      `<p style="margin:28px 0"><a href="${escapeHtml(link)}" style="${BUTTON}">${escapeHtml(words.button)}</a></p>`,
      ...after.map(paragraph),
      `<p style="${SMALL}">${escapeHtml(orCopy)}<br>${escapeHtml(link)}</p>`,
      `<p style="${SMALL}">${escapeHtml(small)}</p>`,
    ]),
  };
}

const BUTTON =
  "display:inline-block;padding:12px 22px;border-radius:6px;background:#24507a;color:#ffffff;text-decoration:none;font-weight:600";
const SMALL = "margin:20px 0 0;color:#5b6470;font-size:14px;line-height:1.5;word-break:break-word";

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;

// No images, no fonts, no styles from elsewhere: reading the mail tells nobody anything.
const page = (language: Language, lines: string[]) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
  `</head><body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">` +
  `${lines.join("\n")}</div></body></html>\n`;
