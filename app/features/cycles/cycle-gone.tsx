import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { cyclePaths } from "./paths.ts";

/** In the place of a cycle, or of one of its texts, that was lost while it was on the screen: calm, without a reload. */
export function CycleGone({ of = "cycle" }: { of?: "cycle" | "text" }) {
  const { t } = useTranslation("cycles");
  return (
    <div role="alert" className="mx-auto flex max-w-measure flex-col items-start gap-4 py-8">
      <h1 className="font-serif text-title-2 font-semibold">{t(of === "text" ? "cycle.goneOfText" : "cycle.gone")}</h1>
      <p className="text-lead text-ink-soft">{t(of === "text" ? "cycle.goneOfTextWhy" : "cycle.goneText")}</p>
      <LinkButton to={cyclePaths.start}>{t("cycle.toStart")}</LinkButton>
    </div>
  );
}
