import { CARD_KINDS, type CardContent, type CardKindName, type Field, TITLE_LIMIT } from "./kinds.ts";

/** Either the card as it will be kept, or a reason beside each field that cannot be kept. */
export type CheckedCard =
  | { ok: true; title: string; content: CardContent }
  | { ok: false; fields: Record<string, string> };

/**
 * Checks what somebody typed on a card against the fields of its kind. Unknown fields are refused, not dropped, so a
 * forged field is seen; empty fields are left out, because empty is allowed (product §3).
 *
 * @param raw the title and the fields as they came from a form: strings, and "on" or true for a flag.
 */
export function checkCard(kind: CardKindName, raw: Readonly<Record<string, unknown>>): CheckedCard {
  const { title: rawTitle, ...rest } = raw;
  const kinds: Readonly<Record<string, Field>> = CARD_KINDS[kind].fields;
  // Collected as pairs: assigning a forged `__proto__` to an object would vanish without a trace.
  const wrong: [field: string, reason: string][] = [];
  const content: Record<string, string | boolean> = {};

  const title = typeof rawTitle === "string" ? rawTitle.trim() : "";
  if (title === "") wrong.push(["title", "required"]);
  else if (title.length > TITLE_LIMIT) wrong.push(["title", "too-long"]);
  else if (hasControlCharacters(title)) wrong.push(["title", "control-characters"]);

  for (const [name, value] of Object.entries(rest)) {
    const field = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!field) {
      wrong.push([name, "unknown-field"]);
      continue;
    }
    const checked = checkField(field, value);
    if (typeof checked === "object") wrong.push([name, checked.reason]);
    else if (checked !== "" && checked !== false) content[name] = checked;
  }
  return wrong.length > 0 ? { ok: false, fields: Object.fromEntries(wrong) } : { ok: true, title, content };
}

function checkField(field: Field, value: unknown): string | boolean | { reason: string } {
  if (field.type === "flag") return value === true || value === "on" || value === "true";
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return { reason: "not-text" };
  const text = value.trim();
  if (text === "") return "";
  if (hasControlCharacters(text)) return { reason: "control-characters" };
  switch (field.type) {
    case "line":
    case "text":
      return text.length > field.max ? { reason: "too-long" } : text;
    case "choice":
      return field.options.includes(text) ? text : { reason: "unknown-choice" };
    case "date":
      return isDay(text) ? text : { reason: "not-a-date" };
    case "strand":
      return /^[a-z0-9-]{1,60}$/.test(text) ? text : { reason: "unknown-choice" };
    case "link":
      return isWebLink(text) ? text : { reason: "not-a-link" };
  }
}

/** Whether a text is an existing day written as YYYY-MM-DD, between 1900 and 2199. */
export function isDay(text: string): boolean {
  const parts = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a text is a link that may be rendered: http or https, parsed and not matched, so `java\tscript:` fails. */
export function isWebLink(text: string): boolean {
  if (text.length > 2_000 || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
}

/** Control characters other than tab and line breaks, and the direction overrides that make a text lie. */
export function hasControlCharacters(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
    if (code === 0x7f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true;
    if (code >= 0xd800 && code <= 0xdfff) return true;
  }
  return false;
}
