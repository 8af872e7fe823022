import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { Loop } from "#app/ui/loop/loop.tsx";
import { PhaseChip } from "#app/ui/phase-chip.tsx";
import { HeardLine } from "./heard-line.tsx";
import type { Summary } from "./step-path.ts";

interface CycleRowProps {
  cycle: Summary;
  now: string;
  /** The team and its school, when the list has several. */
  withTeam?: boolean;
}

/** A cycle as a line of an overview: its loop, where it is, when the team meets, who was heard, what waits. */
export function CycleRow({ cycle, now, withTeam = false }: CycleRowProps) {
  const { t } = useTranslation("cycles");
  const { date, relativeDay } = useFormat();
  const { nextMeeting } = cycle;
  // Whom one still has to hear is asked when the sources are: a need that was just named owes nobody anything yet.
  const asksForVoices = cycle.stage !== "need" || Object.values(cycle.heard?.perspectives ?? {}).some((n) => n > 0);
  return (
    <li className="relative grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-5 py-5 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <Loop entries={cycle.moves} cut="small" className="w-full" />
      <div className="flex min-w-0 flex-col items-start gap-1.5">
        {withTeam ? (
          <p className="text-small text-ink-soft">
            {t("cycle.of", { team: cycle.team.name, school: cycle.team.school })}
          </p>
        ) : null}
        <h3 className="font-serif text-title-4 font-semibold">
          <Link
            to={cyclePaths.stage(cycle.id, cycle.stage)}
            prefetch="intent"
            className="after:absolute after:inset-0 after:rounded-base hover:text-accent hover:underline"
          >
            {cycle.title}
          </Link>
        </h3>
        <PhaseChip stage={cycle.stage} />
        {cycle.openDecision ? <p className="font-medium text-evaluate-ink">{t("start.decisionOpen")}</p> : null}
        <p className="text-small text-ink-soft">
          {nextMeeting
            ? `${t("start.meeting")}: ${t("start.meetingAt", {
                day: date(nextMeeting.startsAt, "day"),
                time: date(nextMeeting.startsAt, "time"),
              })}`
            : t("start.noMeeting")}
        </p>
        {cycle.heard && asksForVoices ? (
          <p className="text-small text-ink-soft">
            <HeardLine heard={cycle.heard} />
          </p>
        ) : null}
        {cycle.lastActivityAt ? (
          <p className="text-tiny text-ink-soft">
            {t("start.lastActivity")}: {relativeDay(cycle.lastActivityAt, now)}
          </p>
        ) : null}
      </div>
    </li>
  );
}
