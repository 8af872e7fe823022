import agenda from "./themes.json";

/** The fifteen themes of Leerpunt's knowledge agenda, in the order of the school years in which they are due. */
export const themeIds = [
  "differentiation",
  "digitalisation",
  "diversity-and-inclusion",
  "feedback",
  "metacognition-and-self-regulation",
  "steam",
  "education-and-parents",
  "language-education",
  "motivation-and-wellbeing",
  "quality-of-teaching-materials",
  "classroom-management",
  "mathematics",
  "development-and-learning",
  "assessment",
  "homework",
] as const;

export type ThemeId = (typeof themeIds)[number];

export type SchoolYear = "2024-2025" | "2025-2026" | "2026-2027";

export type Theme = {
  id: ThemeId;
  nl: string;
  en: string;
  /** School year (September to August) in which the agenda gives the theme priority. */
  year: SchoolYear;
};

/** The theme that spans the whole agenda, with the points it asks attention for. It is not one of the fifteen. */
export type OverarchingTheme = { nl: string; en: string; attention: readonly { nl: string; en: string }[] };

/** The fifteen themes. The compiler reads the words in a JSON file as plain strings; themes.test.ts holds them to these unions. */
export const themes = agenda.themes as readonly Theme[];

export const overarchingTheme: OverarchingTheme = agenda.overarching;

/** The agenda's source, in words for a reader. */
export const agendaSource = {
  nl: "Leerpunt, Jaarverslag 2024: kennisagenda 2024–2027",
  en: "Leerpunt, annual report 2024: knowledge agenda 2024–2027",
} as const;

export function isThemeId(value: string): value is ThemeId {
  return (themeIds as readonly string[]).includes(value);
}
