import { themes } from "#content/agenda/index.ts";
import { dayOf, schoolYearOf } from "#domain/calendar/brussels.ts";
import type { Language } from "#domain/people/words.ts";

export interface ThemeGroup {
  /** "2025-2026" */
  year: string;
  now: boolean;
  themes: { id: string; name: string }[];
}

/** The themes of the knowledge agenda by school year: this one first, then the later ones, then those before. */
export function themeGroups(language: Language, now: Date): ThemeGroup[] {
  const thisYear = schoolYearOf(dayOf(now));
  const years = [...new Set(themes.map(({ year }) => year))];
  const distance = (year: string) => {
    const ahead = Number(year.slice(0, 4)) - thisYear;
    return ahead < 0 ? 100 - ahead : ahead;
  };
  return years
    .sort((one, other) => distance(one) - distance(other))
    .map((year) => ({
      year,
      now: distance(year) === 0,
      themes: themes
        .filter((theme) => theme.year === year)
        .map((theme) => ({ id: theme.id, name: theme[language] }))
        .sort((one, other) => one.name.localeCompare(other.name, language)),
    }));
}
