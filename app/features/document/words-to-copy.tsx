import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";

/** Words that may be lost from here, to be copied before they are. */
export function WordsToCopy({ words, label }: { words: string; label: string }) {
  const { t } = useTranslation("live");
  const [copied, setCopied] = useState(false);
  return (
    <>
      <textarea readOnly className="mt-2 w-full font-serif text-small" rows={4} value={words} aria-label={label} />
      <Button
        kind="secondary"
        size="small"
        onClick={() => void navigator.clipboard.writeText(words).then(() => setCopied(true))}
      >
        {copied ? t("unsent.copied") : t("unsent.copy")}
      </Button>
    </>
  );
}
