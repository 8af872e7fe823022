import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type DateStyle, formatDate, formatList, formatNumber, formatRelativeDay } from "./format.ts";
import { languageFrom } from "./languages.ts";

type When = Date | string | number;

/** Dates, numbers and lists in the language of this screen. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = languageFrom(i18n.language);
  return useMemo(
    () => ({
      language,
      date: (value: When, style?: DateStyle) => formatDate(language, value, style),
      relativeDay: (value: When, now: When) => formatRelativeDay(language, value, now),
      number: (value: number, options?: Intl.NumberFormatOptions) => formatNumber(language, value, options),
      list: (words: readonly string[], kind?: "and" | "or") => formatList(language, words, kind),
    }),
    [language],
  );
}
