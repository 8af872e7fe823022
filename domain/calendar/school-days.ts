import { dayOf } from "./brussels.ts";

// Days on which Flemish schools are open: for telling whether a team is quiet, and when the demo's story happened.

const dayMs = 86_400_000;

/** A day without a time: its number counts from 1 January 1970. */
export type CalendarDay = { number: number };

/** The day in Brussels at this moment. */
export const calendarDayOf = (moment: Date): CalendarDay => fromIso(dayOf(moment));

/** The day as YYYY-MM-DD. */
export const isoOf = (day: CalendarDay): string => new Date(day.number * dayMs).toISOString().slice(0, 10);

/** The day `step` days earlier; later when it is negative. */
export const previousDay = (day: CalendarDay, step = 1): CalendarDay => ({ number: day.number - step });

const fromIso = (iso: string): CalendarDay => ({ number: Date.parse(`${iso}T00:00:00Z`) / dayMs });
const dayNumber = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / dayMs;
/** 0 is Monday. 1 January 1970 was a Thursday. */
const weekday = (number: number) => (((number + 3) % 7) + 7) % 7;
const mondayOf = (number: number) => number - weekday(number);

/** Saturday or Sunday. */
export const isWeekend = (day: CalendarDay): boolean => weekday(day.number) > 4;

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = Math.floor((a + 11 * d + 22 * e) / 451);
  const month = Math.floor((d + e - 7 * f + 114) / 31);
  return dayNumber(year, month, ((d + e - 7 * f + 114) % 31) + 1);
}

/** The holidays of a calendar year as [first, length in days], by the general rules of Flemish compulsory education. */
function holidays(year: number): [number, number][] {
  const sunday = easter(year);
  const allSaints = dayNumber(year, 11, 1);
  const christmas = (ofYear: number) => {
    const day = dayNumber(ofYear, 12, 25);
    return weekday(day) > 4 ? mondayOf(day) + 7 : mondayOf(day);
  };
  const firstMondayOfApril = mondayOf(dayNumber(year, 4, 7));
  const springStart =
    sunday < dayNumber(year, 4, 1) ? sunday + 1 : sunday > dayNumber(year, 4, 15) ? sunday - 13 : firstMondayOfApril;
  return [
    [weekday(allSaints) === 6 ? allSaints + 1 : mondayOf(allSaints), 7],
    [dayNumber(year, 11, 11), 1],
    [christmas(year), 14],
    [christmas(year - 1), 14],
    [sunday - 48, 7],
    [springStart, 14],
    [sunday + 1, 1],
    [dayNumber(year, 5, 1), 1],
    [sunday + 39, 2],
    [sunday + 50, 1],
    [dayNumber(year, 7, 1), 62],
  ];
}

const known = new Map<number, [number, number][]>();

/** Whether schools are closed on a day that may be a weekday: holidays, days off by law, the bridge after Ascension. */
export function isHoliday(day: CalendarDay): boolean {
  const year = new Date(day.number * dayMs).getUTCFullYear();
  const free = known.get(year) ?? holidays(year);
  known.set(year, free);
  return free.some(([first, length]) => day.number >= first && day.number < first + length);
}

/**
 * How many days schools were open after `from` up to and including `to`. Weekends and holidays do not count, so that a
 * team is not called quiet for what was a holiday. At most 400 are counted.
 */
export function schoolDaysBetween(from: Date, to: Date): number {
  const last = calendarDayOf(to).number;
  let count = 0;
  for (let number = Math.max(calendarDayOf(from).number + 1, last - 600); number <= last && count < 400; number++)
    if (!isWeekend({ number }) && !isHoliday({ number })) count++;
  return count;
}
