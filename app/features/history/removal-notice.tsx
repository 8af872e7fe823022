import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Stage } from "#domain/cycles/phases.ts";

type Removal = NonNullable<NonNullable<Cycle["stages"][number]["document"]>["removal"]>;

interface RemovalNoticeProps {
  cycleId: string;
  stage: Stage;
  removal: Removal;
  mayRestore: boolean;
}

/** Somebody took most of a text away: who, when, and one press to have it back. No blame: it may well be meant. */
export function RemovalNotice({ cycleId, stage, removal, mayRestore }: RemovalNoticeProps) {
  const { t } = useTranslation("live");
  const { date } = useFormat();
  const restoration = useFetcher();
  const acceptance = useFetcher();
  const { sentence } = useRefusal(restoration.data ?? acceptance.data);
  const values = { day: date(removal.at, "day"), time: date(removal.at, "time") };
  const busy = restoration.state !== "idle" || acceptance.state !== "idle";
  return (
    <Notice
      kind="warn"
      announced
      className="mb-6"
      title={t("removal.title", { by: removal.by ?? t("formerMember") })}
      action={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {mayRestore ? (
            <>
              <restoration.Form
                method="post"
                action={cyclePaths.versionRestoration(cycleId, stage, removal.versionId)}
                preventScrollReset
              >
                <SubmitButton size="small" busy={busy}>
                  {t("removal.back")}
                </SubmitButton>
              </restoration.Form>
              <acceptance.Form
                method="post"
                action={cyclePaths.removalAcceptance(cycleId, stage, removal.versionId)}
                preventScrollReset
              >
                <SubmitButton kind="quiet" size="small" busy={busy}>
                  {t("removal.fine")}
                </SubmitButton>
              </acceptance.Form>
            </>
          ) : null}
          <TextLink to={cyclePaths.version(cycleId, stage, removal.versionId)} className="text-small">
            {t("removal.look")}
          </TextLink>
        </div>
      }
    >
      <p>{t("removal.text", values)}</p>
      {sentence ? <p className="mt-1 font-medium text-danger">{sentence}</p> : null}
    </Notice>
  );
}
