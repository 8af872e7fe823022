import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { DateText } from "#app/ui/date-text.tsx";
import { Loop } from "#app/ui/loop/loop.tsx";
import { PhaseChip } from "#app/ui/phase-chip.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { CoachedCycle, Coaching } from "./coaching-view.ts";
import { Signals } from "./signals.tsx";

/** All teams, school by school in the order of their names. Never a ranking. */
export function Schools({ view, now }: { view: Coaching; now: string }) {
  const { t } = useTranslation("coaching");
  return (
    <section aria-labelledby="schools" className="grid gap-6">
      <div className="grid gap-1">
        <h2 id="schools" className="font-serif text-title-3 font-semibold">
          {t("schools.title")}
        </h2>
        <p className="text-ink-soft">{t("schools.lead")}</p>
      </div>
      <ol className="grid gap-x-10 gap-y-10 md:grid-cols-2">
        {view.teams.map((team) => (
          <li key={`${team.projectId}-${team.teamId}`} className="grid content-start gap-4 border-t border-line pt-4">
            <h3 className="font-semibold">
              {team.school} <span className="font-normal text-ink-soft">· {team.name}</span>
            </h3>
            {team.cycles.length === 0 ? <p className="text-small text-ink-soft">{t("schools.noCycle")}</p> : null}
            {team.cycles.map((cycle) => (
              <TeamCycle key={cycle.id} cycle={cycle} now={now} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function TeamCycle({ cycle, now }: { cycle: CoachedCycle; now: string }) {
  const { t } = useTranslation("coaching");
  const { relativeDay } = useFormat();
  return (
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
      <Loop entries={cycle.moves} cut="small" className="w-16" />
      <div className="grid gap-1.5">
        <h4>
          <TextLink to={cyclePaths.cycle(cycle.id)}>{cycle.title}</TextLink>
        </h4>
        <p>
          <PhaseChip stage={cycle.stage} />
        </p>
        <p className="text-small text-ink-soft">
          {cycle.nextMeeting ? (
            <>
              {t("schools.meeting")}: <DateText value={cycle.nextMeeting.startsAt} style="moment" />
            </>
          ) : cycle.lastActivityAt ? (
            t("schools.last", { when: relativeDay(cycle.lastActivityAt, now) })
          ) : (
            t("schools.noMeeting")
          )}
        </p>
        <Signals signals={cycle.signals} />
      </div>
    </article>
  );
}
