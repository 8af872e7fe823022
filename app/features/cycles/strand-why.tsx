import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { type Cycle, useCycle } from "./cycle-context.ts";
import { cyclePaths } from "./paths.ts";

/** One line of why the team chose this strand, to be written or written otherwise. */
export function StrandWhy({ strand }: { strand: Cycle["strands"][number] }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  const saved = fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data);
  return (
    <fetcher.Form
      method="post"
      action={cyclePaths.strandWhy(view.cycle.id)}
      noValidate
      className="flex flex-col items-start gap-3"
    >
      <input type="hidden" name="strandId" value={strand.id} />
      <TextArea
        name="why"
        id="strand-why"
        label={t("strands.why")}
        placeholder={t("strands.whyExample")}
        defaultValue={strand.why}
        rows={2}
        limit={CYCLE_LIMITS.strandWhy}
        className="min-h-11!"
        error={errors.why ?? sentence}
        fieldClassName="w-full"
        optional
      />
      <div className="flex items-center gap-3">
        <SubmitButton kind="secondary" size="small" busy={fetcher.state !== "idle"}>
          {t("strands.whySave")}
        </SubmitButton>
        {/* In here: what the page says behind an open dialog is dimmed for the eye and silent for the ear. */}
        <span role="status" className="text-small text-ink-soft">
          {saved ? t("strands.whySaved") : null}
        </span>
      </div>
    </fetcher.Form>
  );
}
