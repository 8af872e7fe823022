import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { type Finding, VERY_LARGE_MONTHS } from "#domain/toolkit/finding.ts";

/** The finding as the title of the picture and the two or three sentences under it. */
export function useFindingWords({ pattern, total, top, topWellResearched, mostMonthsAtHighCost, unknown }: Finding) {
  const { t } = useTranslation("toolkit");
  const { number } = useFormat();
  const sentences = [
    pattern.kind === "no-pattern"
      ? undefined
      : t("picture.top", { months: VERY_LARGE_MONTHS, some: topWellResearched, top }),
    mostMonthsAtHighCost === null
      ? undefined
      : t("picture.costly", {
          count: Math.abs(mostMonthsAtHighCost),
          value: number(mostMonthsAtHighCost).replace("-", "−"),
        }),
    unknown === 0 ? undefined : t("picture.unknown", { count: unknown }),
  ];
  const title = () => {
    switch (pattern.kind) {
      case "top-is-cheap":
        return t(pattern.costAtMost === 1 ? "picture.title.topIsVeryCheap" : "picture.title.topIsCheap", { top });
      case "top-is-mostly-cheap":
        return t("picture.title.topIsMostlyCheap", { top, some: pattern.cheap });
      case "top-is-mostly-costly":
        return t("picture.title.topIsMostlyCostly", { top, some: pattern.costly });
      case "no-pattern":
        return t("picture.title.noPattern", { total });
    }
  };
  return { title: title(), lead: sentences.filter(Boolean).join(" ") };
}
