export const themes = ["auto", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export const themeFrom = (value: unknown): Theme => themes.find((theme) => theme === value) ?? "auto";
