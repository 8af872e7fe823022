import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { WordsToCopy } from "#app/ui/words-to-copy.tsx";
import type { LiveDocument } from "#realtime/client/index.ts";
import { wordsOnlyIn } from "./own-version.ts";

/**
 * The text here turned out to be another than the server's, which is the one that stays. That should never happen; when
 * it does, nobody's words go without being offered first, at each visit until they are not needed any more.
 */
export function OwnVersionNotice({ open }: { open: LiveDocument }) {
  const { t } = useTranslation("live");
  const [words, setWords] = useState("");
  const offered = useRef("");
  const offer = useCallback(
    (text: string) => {
      offered.current = text;
      setWords(text);
      if (text === "") open.settleDivergence();
    },
    [open],
  );
  useEffect(
    () => open.onDivergence((own, servers) => offer(wordsOnlyIn(own, servers) || offered.current)),
    [open, offer],
  );
  if (words === "") return null;
  const fine = (
    <Button kind="secondary" size="small" onClick={() => offer("")}>
      {t("ownVersion.fine")}
    </Button>
  );
  return (
    <Notice kind="warn" title={t("ownVersion.title")} announced action={fine}>
      <p>{t("ownVersion.text")}</p>
      <WordsToCopy words={words} label={t("ownVersion.words")} />
    </Notice>
  );
}
