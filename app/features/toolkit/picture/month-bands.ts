import { monthsBands } from "#content/toolkit/months.ts";
import type { Language } from "#domain/people/words.ts";
import { bandOf } from "#domain/toolkit/months-band.ts";

export interface BandOnScale {
  /** First and last month of the stretch, both included. */
  from: number;
  to: number;
  /** Leerpunt's words for it, without the word "effect"; null below nought, for which the table has no words. */
  words: string | null;
}

/** The stretches of a scale of months that Leerpunt's table calls by one name. */
export function bandsOnScale(first: number, last: number, language: Language): BandOnScale[] {
  const bands: BandOnScale[] = first < 0 ? [{ from: first, to: -1, words: null }] : [];
  for (let months = 0; months <= last; months += 1) {
    const found = bandOf(monthsBands, months);
    const words = found && (language === "nl" ? found.band.labelNl.replace(/ effect$/, "") : found.band.labelEn);
    const current = bands.at(-1);
    if (current && words !== null && current.words === words) current.to = months;
    else bands.push({ from: months, to: months, words });
  }
  return bands;
}
