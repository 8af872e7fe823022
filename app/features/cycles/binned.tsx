import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";

interface BinnedProps {
  title: string;
  /** When it goes for good, as the server's text. */
  until: string;
  /** Where putting it back is asked. */
  action: string;
  /** What is said when it is back. */
  done: string;
  /** Fields that go along. */
  children?: ReactNode;
}

/** One line of a bin: what is in it, until when, and the way back. */
export function Binned({ title, until, action, done, children }: BinnedProps) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const { Form, busy, sentence } = useStayingForm(done);
  return (
    <li ref={useFocusBeyond()} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="break-words">{title}</p>
        <p className="text-small text-ink-soft">{t("bin.until", { date: date(until) })}</p>
        <Refused sentence={sentence} />
      </div>
      <Form method="post" action={action}>
        {children}
        <SubmitButton kind="secondary" size="small" busy={busy} aria-label={`${t("bin.restore")}: ${title}`}>
          {t("bin.restore")}
        </SubmitButton>
      </Form>
    </li>
  );
}
