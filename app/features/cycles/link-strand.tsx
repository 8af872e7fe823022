import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { loader } from "#app/routes/data.strands.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Dialog } from "#app/ui/dialog.tsx";
import { Select } from "#app/ui/select.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { useCycle } from "./cycle-context.ts";
import { cyclePaths } from "./paths.ts";

/** Chooses one more strand of the toolkit. */
export function LinkStrand({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("cycles");
  return (
    <Dialog open={open} onClose={onClose} title={t("strands.link")}>
      {/* Anew at each opening: the answer to the form of before would close this one. */}
      {open ? <LinkForm onDone={onClose} /> : null}
    </Dialog>
  );
}

/** The list is fetched when it is asked for. */
function LinkForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const list = useFetcher<typeof loader>();
  const link = useFetcher();
  const { sentence, errors } = useRefusal(link.data);
  const { load } = list;
  useEffect(() => {
    load("/data/strands");
  }, [load]);
  useEffect(() => {
    if (link.state === "idle" && link.data && !isRefusal(link.data)) onDone();
  }, [link.state, link.data, onDone]);

  const linked = new Set(view.strands.map(({ id }) => id));
  const strands = list.data?.filter(({ id }) => !linked.has(id));
  if (!strands) return <Skeleton lines={3} />;
  return (
    <link.Form method="post" action={cyclePaths.strands(view.cycle.id)} className="flex flex-col items-start gap-5">
      <Select
        name="strandId"
        label={t("strands.choose")}
        placeholder={t("strands.placeholder")}
        options={(["leren-en-lesgeven", "kleuters"] as const).map((kit) => ({
          label: t(`strands.kit.${kit}`),
          options: strands.filter(({ toolkit }) => toolkit === kit).map(({ id, name }) => ({ value: id, label: name })),
        }))}
        error={errors.strandId ?? sentence}
        fieldClassName="w-full"
      />
      <TextField
        name="why"
        id="link-why"
        label={t("strands.why")}
        placeholder={t("strands.whyExample")}
        maxLength={CYCLE_LIMITS.strandWhy}
        error={errors.why}
        autoComplete="off"
        fieldClassName="w-full"
        optional
      />
      <SubmitButton busy={link.state !== "idle"}>{t("strands.submit")}</SubmitButton>
    </link.Form>
  );
}
