import { useTranslation } from "react-i18next";
import { Part } from "#app/features/admin/part.tsx";
import { DateText } from "#app/ui/date-text.tsx";
import type { Team } from "./team-screen.ts";

/** The visits of the coach: what they are for, and afterwards what the coach wrote for the team. */
export function TeamVisits({ visits }: { visits: Team["visits"] }) {
  const { t } = useTranslation("admin");
  return (
    <Part id="visits" title={t("team.visits")}>
      {visits.length === 0 ? <p className="text-ink-soft">{t("team.noVisits")}</p> : null}
      <ol className="grid gap-6">
        {visits.map((visit) => (
          <li key={visit.id} className="grid measure gap-1">
            <p className="font-medium">
              <DateText value={visit.startsAt} style="moment" />
            </p>
            <p className="text-small text-ink-soft">
              {visit.held ? visit.coach : t("team.visitBy", { coach: visit.coach ?? t("team.noCoach") })}
            </p>
            {visit.purpose ? <p>{visit.purpose}</p> : null}
            {visit.notesToTeam ? <p className="whitespace-pre-line font-serif">{visit.notesToTeam}</p> : null}
          </li>
        ))}
      </ol>
    </Part>
  );
}
