import { useTranslation } from "react-i18next";
import { Part } from "#app/features/admin/part.tsx";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { cyclePaths } from "./paths.ts";

interface BinnedCycle {
  id: string;
  teamId: string;
  title: string;
  /** When it goes for good, as the server's text. */
  until: string;
}

/** The cycles that were put in the bin, each with the way back, for who may put them there. */
export function CycleBin({ cycles }: { cycles: readonly BinnedCycle[] }) {
  const { t } = useTranslation("cycles");
  return (
    <Part id="bin" title={t("bin.title")}>
      {cycles.length === 0 ? <p className="text-ink-soft">{t("bin.empty")}</p> : null}
      <ul className="grid divide-y divide-line">
        {cycles.map((cycle) => (
          <Binned key={cycle.id} cycle={cycle} />
        ))}
      </ul>
    </Part>
  );
}

function Binned({ cycle: { id, teamId, title, until } }: { cycle: BinnedCycle }) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const { Form, busy, sentence } = useStayingForm(t("bin.restored", { cycle: title }));
  return (
    <li ref={useFocusBeyond()} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="break-words">{title}</p>
        <p className="text-small text-ink-soft">{t("bin.until", { date: date(until) })}</p>
        <Refused sentence={sentence} />
      </div>
      <Form method="post" action={cyclePaths.binReturn(teamId)}>
        <input type="hidden" name="cycleId" value={id} />
        <SubmitButton kind="secondary" size="small" busy={busy} aria-label={`${t("bin.restore")}: ${title}`}>
          {t("bin.restore")}
        </SubmitButton>
      </Form>
    </li>
  );
}
