import { type Language, languageFrom } from "#app/i18n/languages.ts";
import { type Theme, themeFrom } from "./themes.ts";

export interface Preferences {
  language: Language;
  theme: Theme;
}

const yearInSeconds = 365 * 24 * 60 * 60;

function cookieValue(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name) return value;
  }
  return undefined;
}

/** What this browser asked for, read on the server so that the first paint is already right. */
export const preferencesOf = (request: Request): Preferences => ({
  language: languageFrom(cookieValue(request, "language")),
  theme: themeFrom(cookieValue(request, "theme")),
});

/** Two harmless words, readable by nothing but our server. */
export function preferenceCookie(request: Request, name: keyof Preferences, value: Language | Theme): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${yearInSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
