export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = "nl";

/** How dates and numbers are written: as in Flanders, or as in Britain (day before month). */
export const localeOf: Record<Language, string> = { nl: "nl-BE", en: "en-GB" };

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** A language we speak, whatever the value: an unknown one is Dutch. */
export const languageFrom = (value: unknown): Language => (isLanguage(value) ? value : defaultLanguage);
