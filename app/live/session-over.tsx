import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { WordsToCopy } from "#app/ui/words-to-copy.tsx";
import type { SessionEnd } from "#realtime/client/index.ts";

/** In place of the page: that the session is over, what stays safe, and the way back in. */
export function SessionOver({ end }: { end: SessionEnd }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const how = end.elsewhere ? "elsewhere" : end.unsaved ? "words" : "here";
  const back = end.elsewhere ? "" : `?terug=${encodeURIComponent(pathname + search)}`;
  const signIn = (
    <LinkButton to={`/aanmelden${back}`} size="small" reload>
      {t("over.signIn")}
    </LinkButton>
  );
  return (
    <Notice kind={how === "words" ? "error" : "warn"} title={t(`over.${how}.title`)} announced action={signIn}>
      <p>{t(`over.${how}.text`)}</p>
      {end.unsaved ? <WordsToCopy words={end.unsaved} label={t("over.words.label")} /> : null}
    </Notice>
  );
}
