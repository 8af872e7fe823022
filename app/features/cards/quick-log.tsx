import { useFetcher, useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { classNames } from "#app/ui/class-names.ts";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TITLE_LIMIT } from "#domain/cards/kinds.ts";

/** "Na de les": one sentence and one large button, for one thumb in the corridor. */
export function QuickLog({ className }: { className?: string }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const [search] = useSearchParams();
  const say = useSay();
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  const [cardId, setCardId] = useState(() => crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = search.get("nieuw") === "log";

  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || isRefusal(fetcher.data)) return;
    // The same form, emptied: a new one would take the focus away with its button.
    form.current?.reset();
    setCardId(crypto.randomUUID());
    say(t("quickLog.saved"));
  }, [fetcher.state, fetcher.data, say, t]);

  return (
    <section
      aria-labelledby="quick-log"
      className={classNames("no-print rounded-large bg-implement-tint p-5", className)}
    >
      <h2 id="quick-log" className="mb-2 font-serif text-title-4 font-semibold text-implement-ink">
        {t("quickLog.title")}
      </h2>
      <fetcher.Form
        ref={form}
        method="post"
        action={cyclePaths.cards(view.cycle.id)}
        noValidate
        className="flex flex-col gap-3 sm:flex-row sm:items-end lg:flex-col lg:items-stretch"
      >
        <input type="hidden" name="kind" value="log" />
        <input type="hidden" name="cardId" value={cardId} />
        <TextArea
          ref={field}
          name="title"
          id="quick-log-title"
          label={t("quickLog.label")}
          hint={t("quickLog.hint")}
          rows={1}
          limit={TITLE_LIMIT}
          className="min-h-11!"
          error={errors.title ?? sentence}
          fieldClassName="w-full grow"
        />
        <SubmitButton
          kind="secondary"
          busy={fetcher.state !== "idle"}
          className="min-h-14 w-full shrink-0 sm:min-h-11 sm:w-auto lg:w-full"
        >
          {t("quickLog.save")}
        </SubmitButton>
      </fetcher.Form>
    </section>
  );
}
