import { dayOf, TIME_ZONE } from "#domain/calendar/brussels.ts";
import { type Language, localeOf } from "./languages.ts";

const dateStyles = {
  /** 12 maart 2026 */
  date: { day: "numeric", month: "long", year: "numeric" },
  /** 12 mrt */
  short: { day: "numeric", month: "short" },
  /** donderdag 12 maart */
  day: { weekday: "long", day: "numeric", month: "long" },
  /** 12 mrt 2026, 14:05 */
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** 14:05 */
  time: { hour: "2-digit", minute: "2-digit" },
  /** maart 2026 */
  month: { month: "long", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof dateStyles;

// Making an Intl formatter costs about a hundred times a use of it.
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat | Intl.ListFormat>();
function once<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat | Intl.ListFormat>(
  key: string,
  make: () => T,
): T {
  const known = made.get(key) as T | undefined;
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

export function formatDate(language: Language, value: Date | string | number, style: DateStyle = "date"): string {
  const formatter = once(`date ${language} ${style}`, () => {
    return new Intl.DateTimeFormat(localeOf[language], { ...dateStyles[style], timeZone: TIME_ZONE });
  });
  return formatter.format(new Date(value));
}

export function formatNumber(language: Language, value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `number ${language} ${JSON.stringify(options)}`;
  return once(key, () => new Intl.NumberFormat(localeOf[language], options)).format(value);
}

export function formatList(language: Language, words: readonly string[], kind: "and" | "or" = "and"): string {
  const type = kind === "and" ? "conjunction" : "disjunction";
  return once(`list ${language} ${kind}`, () => new Intl.ListFormat(localeOf[language], { type })).format(words);
}

const dayNumber = (value: Date | string | number): number => Date.parse(dayOf(new Date(value))) / 86_400_000;

/** Calendar days in Brussels from `now` to `value`: 1 is tomorrow, also when that is in twenty minutes. */
export const daysFromTo = (now: Date | string | number, value: Date | string | number): number =>
  dayNumber(value) - dayNumber(now);

/** "gisteren", "over 3 dagen", "2 weken geleden": whole days and weeks, then months. */
export function formatRelativeDay(language: Language, value: Date | string | number, now: Date | string | number) {
  const days = daysFromTo(now, value);
  const formatter = once(`relative ${language}`, () => {
    return new Intl.RelativeTimeFormat(localeOf[language], { numeric: "auto" });
  });
  const size = Math.abs(days);
  if (size < 14) return formatter.format(days, "day");
  if (size < 60) return formatter.format(Math.round(days / 7), "week");
  return formatter.format(Math.round(days / 30.44), "month");
}
