import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

/** Words that may be lost from here, to be copied before they are. */
export function WordsToCopy({ words, label }: { words: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => setCopied(words),
      // The browser keeps its clipboard to itself: with the words selected, the person's own keys copy them.
      () => field.current?.select(),
    );
  return (
    <>
      <textarea
        ref={field}
        readOnly
        className="mt-2 w-full font-serif text-small"
        rows={4}
        value={words}
        aria-label={label}
      />
      <Button
        kind="secondary"
        size="small"
        onClick={() => (navigator.clipboard ? void copy() : field.current?.select())}
      >
        {copied === words ? t("copied") : t("copy")}
      </Button>
    </>
  );
}
