import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface EmptyStateProps {
  /** What this place is for, in one sentence. */
  sentence: ReactNode;
  /** One button that fills it. Left out for who may only read. */
  action?: ReactNode;
  /** What a filled one looks like at a school, in its own words. */
  example?: ReactNode;
  /** A small drawing above the sentence; the loop's mark, for instance. */
  mark?: ReactNode;
}

/** An empty place teaches: a sentence, a button, an example. */
export function EmptyState({ sentence, action, example, mark }: EmptyStateProps) {
  const { t } = useTranslation();
  return (
    <div className="flex max-w-measure flex-col items-start gap-4 border-s-2 border-line py-2 ps-5">
      {mark}
      <p className="text-lead text-ink-soft">{sentence}</p>
      {example ? (
        <p className="text-small text-ink-soft">
          <span className="font-semibold">{t("example")} </span>
          <span className="font-serif italic">{example}</span>
        </p>
      ) : null}
      {action ? <div className="no-print">{action}</div> : null}
    </div>
  );
}
