import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** The editor fell over, or never came: the text as the page had it, and a way on. */
export function FellOver({ children }: { children: ReactNode }) {
  const { t } = useTranslation("live");
  const reload = (
    <Button size="small" onClick={() => window.location.reload()}>
      {t("reload.action")}
    </Button>
  );
  return (
    <div>
      <Notice kind="warn" title={t("fellOver.title")} announced action={reload}>
        {t("fellOver.text")}
      </Notice>
      {children}
    </div>
  );
}
