import { useTranslation } from "react-i18next";
import { useHeardWords } from "#app/features/cards/use-heard-words.ts";
import type { Summary } from "./step-path.ts";

/** Who was heard and who not yet, in words: never as a fraction (product §1). */
export function HeardLine({ heard }: { heard: NonNullable<Summary["heard"]> }) {
  const { t } = useTranslation("cycles");
  const words = useHeardWords(heard);
  if (words.heard === "") return <>{t("start.nobodyHeard")}</>;
  return (
    <>
      {t("start.heard", { who: words.heard })}{" "}
      {words.notHeard === "" ? t("start.everybodyHeard") : t("start.notHeard", { who: words.notHeard })}
    </>
  );
}
