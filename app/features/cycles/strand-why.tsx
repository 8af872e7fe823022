import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { type Cycle, useCycle } from "./cycle-context.ts";
import { cyclePaths } from "./paths.ts";

/** One line of why the team chose this strand, to be written or written otherwise. */
export function StrandWhy({ strand }: { strand: Cycle["strands"][number] }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const say = useSay();
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data)) say(t("strands.whySaved"));
  }, [fetcher.state, fetcher.data, say, t]);
  return (
    <fetcher.Form
      method="post"
      action={cyclePaths.strandWhy(view.cycle.id)}
      noValidate
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="strandId" value={strand.id} />
      <TextField
        name="why"
        id="strand-why"
        label={t("strands.why")}
        placeholder={t("strands.whyExample")}
        defaultValue={strand.why}
        maxLength={CYCLE_LIMITS.strandWhy}
        error={errors.why ?? sentence}
        autoComplete="off"
        fieldClassName="grow"
        optional
      />
      <SubmitButton kind="secondary" busy={fetcher.state !== "idle"}>
        {t("strands.whySave")}
      </SubmitButton>
    </fetcher.Form>
  );
}
