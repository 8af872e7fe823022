import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";

/** What happened to the text since a version, in one sentence. */
export function useSince({ same, added, removed }: { same: boolean; added: number; removed: number }): string {
  const { t } = useTranslation("history");
  const { list } = useFormat();
  if (same) return t("version.same");
  if (added + removed === 0) return t("version.sinceMarkup");
  const changes = [
    added > 0 ? t("added", { count: added }) : null,
    removed > 0 ? t("removed", { count: removed }) : null,
  ].filter((each) => each !== null);
  return t("version.since", { changes: list(changes) });
}
