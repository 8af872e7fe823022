import { useTranslation } from "react-i18next";
import { TextLink } from "#app/ui/text-link.tsx";
import { pathOf } from "./viewer.ts";

export function SiteFooter() {
  const { t } = useTranslation();
  return (
    <footer data-frame="footer" className="border-t border-line text-small text-ink-soft">
      <div className="mx-auto flex w-full max-w-wide flex-wrap items-baseline gap-x-6 gap-y-2 px-4 py-6 sm:px-6">
        <p className="me-auto">{t("frame.motto")}</p>
        <TextLink to={pathOf.toolkit}>{t("frame.place.toolkit")}</TextLink>
        <p>{t("frame.licence")}</p>
      </div>
    </footer>
  );
}
