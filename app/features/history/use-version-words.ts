import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import type { Version } from "./version-list.tsx";

/** What a version is called, and what else is worth saying of it. */
export function useVersionWords({ reason, name, by, authors }: Version): { title: string; detail: string | null } {
  const { t } = useTranslation("history");
  const { list } = useFormat();
  const nameOf = (person: { name: string | null } | null) => person?.name ?? t("former");
  const names = list(authors.map(nameOf));
  const wrote = authors.length > 0 ? t("wrote", { count: authors.length, names }) : t("changed");
  const others = authors.filter(({ id }) => id !== by?.id);
  const also = others.length > 0 ? t("with", { names: list(others.map(nameOf)) }) : null;
  if (name) return { title: name, detail: [t("keptBy", { by: nameOf(by) }), also].filter(Boolean).join(" · ") };
  switch (reason) {
    case "moved":
    case "before-removal":
    case "before-restore":
      return { title: t(reason, { by: nameOf(by) }), detail: authors.length > 0 ? wrote : null };
    case "begun":
      return { title: t(reason), detail: null };
    case "restored":
      return { title: t(reason, { by: nameOf(by) }), detail: also };
    default:
      return { title: wrote, detail: null };
  }
}
