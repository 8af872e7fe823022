import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { DocumentStatus, LiveDocument } from "#realtime/client/index.ts";

/**
 * What to do when words are not safe: the reason, the words themselves to copy, and what stays safe. Nothing is thrown
 * away before the person says so.
 */
export function UnsavedNotice({ open, status }: { open: LiveDocument; status: DocumentStatus }) {
  const { t } = useTranslation("live");
  const [copied, setCopied] = useState(false);
  if (open.reload)
    return (
      <Notice
        kind="warn"
        title={t("reload.title")}
        announced
        action={
          <Button size="small" onClick={() => window.location.reload()}>
            {t("reload.action")}
          </Button>
        }
      >
        {t("reload.text")}
      </Notice>
    );
  const unsent = status === "not-saved" ? open.unsent() : null;
  if (unsent)
    return (
      <Notice kind="error" title={t("unsent.title")} announced>
        <p>{unsent.code ? t("unsent.refused") : t("unsent.waiting")}</p>
        <textarea
          readOnly
          className="mt-2 w-full font-serif text-small"
          rows={4}
          value={unsent.text}
          aria-label={t("unsent.words")}
        />
        <Button
          kind="secondary"
          size="small"
          onClick={() => void navigator.clipboard.writeText(unsent.text).then(() => setCopied(true))}
        >
          {copied ? t("unsent.copied") : t("unsent.copy")}
        </Button>
      </Notice>
    );
  if (open.storage === "unavailable") return <Notice kind="info">{t("noOffline")}</Notice>;
  return null;
}
