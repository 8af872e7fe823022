import { useTranslation } from "react-i18next";
import { useStrandWords } from "../use-strand-words.ts";
import type { Mark } from "./lay-out-picture.ts";

/** A sign of the picture in one sentence, for who hears it. */
export function useMarkWords() {
  const { t } = useTranslation("toolkit");
  const words = useStrandWords();
  return ({ label, impactMonths, cost, evidenceStrength }: Mark): string =>
    t("picture.markWords", {
      name: label,
      months: words.months(impactMonths),
      cost: words.cost(cost).toLowerCase(),
      evidence: words.evidence(evidenceStrength).toLowerCase(),
    });
}
