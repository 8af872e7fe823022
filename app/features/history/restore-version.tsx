import { useFetcher } from "@remix-run/react";
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "#app/session/refusal.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

interface RestoreVersionProps {
  action: string;
  /** How far the text went that the person has before them. */
  seen: string;
}

/** Brings a version back. No question first: it takes nothing away that cannot be brought back the same way. */
export function RestoreVersion({ action, seen }: RestoreVersionProps) {
  const { t } = useTranslation("history");
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  return (
    <fetcher.Form method="post" action={action} className="no-print flex max-w-[24rem] flex-col items-start gap-2">
      {sentence ? <Notice kind="error">{sentence}</Notice> : null}
      <input type="hidden" name="seen" value={seen} />
      <SubmitButton icon={History} busy={fetcher.state !== "idle"}>
        {t("restore.do")}
      </SubmitButton>
      <p className="text-small text-ink-soft">{t("restore.text")}</p>
    </fetcher.Form>
  );
}
