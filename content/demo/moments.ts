import { dayOf, momentAt, schoolYearOf } from "#domain/calendar/brussels.ts";
import {
  type CalendarDay,
  calendarDayOf,
  isHoliday,
  isoOf,
  isWeekend,
  previousDay,
} from "#domain/calendar/school-days.ts";

/**
 * When something in the demo happened, told from today in school time: 7 is one school week of five days, so that
 * every moment falls on a day on which the school is open and the order of the story holds on whatever day it is told.
 * `daysAgo` modulo 7 is 0 to 4. Negative is in the future.
 */
export type Day = { daysAgo: number };
export type Moment = Day & { time: string };

type WeekDay = 0 | 1 | 2 | 3 | 4;

/** So many school weeks and days before today, at a time of day in Brussels. */
export const ago = (weeks: number, days: WeekDay, time: string): Moment => ({ daysAgo: weeks * 7 + days, time });
/** So many school weeks and days after today. */
export const ahead = (weeks: number, days: WeekDay, time: string): Moment => ({ daysAgo: -(weeks * 7 + days), time });
export const dayAgo = (weeks: number, days: WeekDay): Day => ({ daysAgo: weeks * 7 + days });
export const dayAhead = (weeks: number, days: WeekDay): Day => ({ daysAgo: -(weeks * 7 + days) });

/** Holidays less than two weeks away count as school days: whoever tries the demo in a holiday still meets living teams. */
const recentDays = 14;

function schoolDay(today: Date, { daysAgo }: Day): CalendarDay {
  const distance = Math.abs(daysAgo);
  let steps = Math.floor(distance / 7) * 5 + (distance % 7);
  const start = calendarDayOf(today);
  let day = start;
  while (isWeekend(day)) day = previousDay(day);
  const step = daysAgo >= 0 ? 1 : -1;
  while (steps > 0) {
    day = previousDay(day, step);
    const recent = Math.abs(start.number - day.number) <= recentDays;
    if (!isWeekend(day) && (recent || !isHoliday(day))) steps -= 1;
  }
  return day;
}

/** The calendar day of a moment as YYYY-MM-DD, when the story is told on `today`. */
export function isoDay(today: Date, day: Day): string {
  return isoOf(schoolDay(today, day));
}

/** The instant of a moment, when the story is told on `today`. */
export function instant(today: Date, moment: Moment): Date {
  return momentAt(`${isoDay(today, moment)}T${moment.time}`);
}

/** The school year of `today`, moved by `offset` years: 2026 is 2026-2027. A new one begins on 1 September. */
export function schoolYear(today: Date, offset = 0): number {
  return schoolYearOf(dayOf(today)) + offset;
}

const dutchDate = new Intl.DateTimeFormat("nl-BE", { day: "numeric", month: "long", timeZone: "UTC" });
const placeholder = /\{date (\+?)(\d+)\.([0-4])\}|\{schoolyear(?: ([+-]\d+))?\}/g;

/**
 * Replaces the dates in a text of the story: `{date 12.3}` is twelve weeks and three days ago, `{date +2.0}` two weeks
 * ahead ("12 maart"), `{schoolyear -1}` last school year ("2025-2026").
 */
export function withDates(today: Date, text: string): string {
  return text.replace(placeholder, (_all, future: string, weeks?: string, days?: string, offset?: string) => {
    if (weeks === undefined) {
      const year = schoolYear(today, Number(offset ?? 0));
      return `${year}-${year + 1}`;
    }
    const distance = Number(weeks) * 7 + Number(days);
    return dutchDate.format(new Date(`${isoDay(today, { daysAgo: future ? -distance : distance })}T12:00:00Z`));
  });
}
