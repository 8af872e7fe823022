import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { type Summary, stepPath } from "./step-path.ts";

interface NextStepProps {
  cycle: Summary;
  name: string;
  now: string;
}

/** The one thing to do now, as a sentence, with the button that leads straight there; and when the team meets. */
export function NextStep({ cycle, name, now }: NextStepProps) {
  const { t } = useTranslation("cycles");
  const { date, relativeDay } = useFormat();
  const { nextMeeting } = cycle;
  return (
    <div className="flex flex-col items-start gap-6">
      <div>
        <p className="mb-2 text-ink-soft">{t("start.hello", { name })}</p>
        <h1 className="max-w-[26ch] font-serif text-title-1 font-semibold tracking-[-0.015em]">
          {t(`start.next.${cycle.nextStep}`, { cycle: cycle.title })}
        </h1>
      </div>
      <LinkButton to={stepPath(cycle)} size="large">
        {t(`start.do.${cycle.nextStep}`)}
      </LinkButton>
      {nextMeeting ? (
        <p>
          <span className="text-ink-soft">{t("start.meeting")}: </span>
          <time dateTime={nextMeeting.startsAt} className="font-medium">
            {t("start.meetingAt", {
              day: date(nextMeeting.startsAt, "day"),
              time: date(nextMeeting.startsAt, "time"),
            })}
          </time>
          <span className="text-ink-soft"> ({relativeDay(nextMeeting.startsAt, now)})</span>
          {nextMeeting.purpose ? <span className="block text-ink-soft">{nextMeeting.purpose}</span> : null}
        </p>
      ) : (
        <p className="text-ink-soft">
          {t("start.noMeeting")}{" "}
          <TextLink to={`${cyclePaths.about(cycle.id)}#overleg`}>{t("start.planMeeting")}</TextLink>
        </p>
      )}
    </div>
  );
}
