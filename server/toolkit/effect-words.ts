import { monthsBands } from "#content/toolkit/months.ts";
import type { Language } from "#domain/people/words.ts";
import { bandOf } from "#domain/toolkit/months-band.ts";

/** What Leerpunt's table calls an effect of this size, and whether it goes the wrong way (TK4). */
export interface EffectWords {
  size: string;
  negative: boolean;
}

/** @returns null when the months are "niet te bepalen": then there is no effect to name. */
export function effectWords(months: number | null, language: Language): EffectWords | null {
  const found = months === null ? null : bandOf(monthsBands, months);
  if (!found) return null;
  const { band, negative } = found;
  return { size: language === "nl" ? band.labelNl : `${band.labelEn} effect`, negative };
}
