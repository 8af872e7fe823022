import { useTranslation } from "react-i18next";

/** How much a text changed: short for the eye, in words for who listens. */
export function ChangeInWords({ added, removed }: { added: number; removed: number }) {
  const { t } = useTranslation("history");
  if (added + removed === 0) return <>{t("noWords")}</>;
  return (
    <span className="inline-flex gap-3">
      {added > 0 ? <span>{t("added", { count: added })}</span> : null}
      {removed > 0 ? <span>{t("removed", { count: removed })}</span> : null}
    </span>
  );
}
