/** The clock on the wall of every Flemish school (product §10). */
export const TIME_ZONE = "Europe/Brussels";

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function wallClock(moment: Date): { day: string; time: string } {
  const part = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** The day in Brussels at this moment, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return wallClock(moment).day;
}

/** The moment as a `datetime-local` field holds it: YYYY-MM-DDTHH:MM, Brussels time. */
export function wallTimeOf(moment: Date): string {
  const { day, time } = wallClock(moment);
  return `${day}T${time}`;
}

/**
 * The moment at which Brussels clocks show this wall time. A time that summer time skips is read as one hour later;
 * a time that comes twice in autumn is the first of the two.
 *
 * @param wallTime YYYY-MM-DDTHH:MM
 */
export function momentAt(wallTime: string): Date {
  const asUtc = Date.parse(`${wallTime}:00Z`);
  for (const offsetHours of [2, 1]) {
    const candidate = new Date(asUtc - offsetHours * 3_600_000);
    if (wallTimeOf(candidate) === wallTime) return candidate;
  }
  return new Date(asUtc - 3_600_000);
}

/**
 * How many midnights lie between a moment in Brussels and a day: 1 for tomorrow, however late it is today; negative
 * for a day that is past.
 *
 * @param day YYYY-MM-DD
 */
export function daysUntil(day: string, from: Date): number {
  return (Date.parse(day) - Date.parse(dayOf(from))) / 86_400_000;
}

/** The school year of a day: 2026 for every day from 1 September 2026 to 31 August 2027. */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
}
