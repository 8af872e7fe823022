import { useTranslation } from "react-i18next";
import { Binned } from "../binned.tsx";
import { useCycle } from "../cycle-context.ts";
import { cyclePaths } from "../paths.ts";

/** The cards that were taken away from this cycle, each with the way back. */
export function CardBin() {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  if (view.bin.length === 0) return <p className="text-ink-soft">{t("bin.noCards")}</p>;
  return (
    <ul className="grid divide-y divide-line">
      {view.bin.map(({ id, title, until }) => (
        <Binned
          key={id}
          title={title}
          until={until}
          action={cyclePaths.cardReturn(view.cycle.id, id)}
          done={t("bin.cardRestored", { card: title })}
        />
      ))}
    </ul>
  );
}
