import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { WordsToCopy } from "#app/ui/words-to-copy.tsx";
import type { DocumentStatus, LiveDocument } from "#realtime/client/index.ts";

/**
 * What to do when words are not safe: the reason, the words themselves to copy, and what stays safe. Nothing is thrown
 * away before the person says so.
 */
export function UnsavedNotice({ open, status }: { open: LiveDocument; status: DocumentStatus }) {
  const { t } = useTranslation("live");
  useWritten(open, status === "not-saved");
  const unsent = status === "not-saved" ? open.unsent() : null;
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
        <p>{t("reload.text")}</p>
        {unsent ? <WordsToCopy words={unsent.text} label={t("unsent.words")} /> : null}
      </Notice>
    );
  const { heldUp } = open;
  if (unsent)
    return (
      <Notice kind="error" title={t("unsent.title")} announced>
        <p>
          {t(
            unsent.code
              ? `unsent.refused.${refused(unsent.code)}`
              : heldUp
                ? `heldUp.${heldUp}.text`
                : "unsent.waiting",
          )}
        </p>
        <WordsToCopy words={unsent.text} label={t("unsent.words")} />
      </Notice>
    );
  if (heldUp && (status === "saved-on-device" || status === "saving" || status === "connecting"))
    return (
      <Notice kind="warn" title={t(`heldUp.${heldUp}.title`)} announced>
        {t(`heldUp.${heldUp}.text`)}
      </Notice>
    );
  if (open.storage === "unavailable") return <Notice kind="info">{t("noOffline")}</Notice>;
  return null;
}

/** The reasons with which a person can do something; all others are a fault of ours or of the line. */
const refused = (code: string) => (code === "READ_ONLY" || code === "TOO_BIG" ? code : "other");

/** Draws again while somebody writes on: the words to copy are those of now, not those of when saving stopped. */
function useWritten({ doc }: LiveDocument, asked: boolean): void {
  const [, draw] = useState({});
  useEffect(() => {
    if (!asked) return;
    const written = () => draw({});
    doc.on("update", written);
    return () => doc.off("update", written);
  }, [doc, asked]);
}
