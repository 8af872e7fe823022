import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import type { Cost, EvidenceStrength } from "#domain/toolkit/words.ts";
import type { EffectWords } from "#server/toolkit/index.ts";

/** The words that go with every figure: a number of months never stands alone, and null is not a number. */
export function useStrandWords() {
  const { t } = useTranslation(["toolkit", "common"]);
  const { number } = useFormat();
  // The hyphen that Intl gives is too short to be seen before a figure.
  const signed = (value: number) => number(value, { signDisplay: "exceptZero" }).replace("-", "−");
  const monthsWords = (value: number) => t("common:evidence.months", { count: Math.abs(value), value: signed(value) });

  return {
    signed,
    months: (value: number | null) => (value === null ? t("common:evidence.unknown") : monthsWords(value)),
    cost: (cost: Cost) => t(`common:evidence.costWords.${cost}`),
    evidence: (strength: EvidenceStrength) => t(`common:evidence.strengthWords.${strength}`),
    /** "zeer groot effect"; for a negative figure it says so; null when there is no figure. */
    effect: (effect: EffectWords | null) =>
      effect && (effect.negative ? t("months.negative", { band: effect.size }) : effect.size),
    /** What the figure says, in a sentence or two for somebody who sees it for the first time. */
    reading: (months: number | null, effect: EffectWords | null) => {
      if (months === null) return t("months.unknown");
      if (months === 0) return t("months.nought");
      const count = Math.abs(months);
      const [how, called] = months > 0 ? (["more", "band"] as const) : (["fewer", "mirrored"] as const);
      return `${t(`months.${how}`, { count, value: number(count) })} ${t(`months.${called}`, { band: effect?.size })}`;
    },
  };
}
