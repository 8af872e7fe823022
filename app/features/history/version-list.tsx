import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { daysFromTo } from "#app/i18n/format.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Stage } from "#domain/cycles/phases.ts";
import type { VersionView } from "#server/history/index.ts";
import { ChangeInWords } from "./change-in-words.tsx";
import { useVersionWords } from "./use-version-words.ts";

export type Version = SerializeFrom<VersionView>;

interface VersionListProps {
  cycleId: string;
  stage: Stage;
  versions: readonly Version[];
  now: string;
}

function byDay(versions: readonly Version[]): Version[][] {
  const days: Version[][] = [];
  for (const version of versions) {
    const day = days.at(-1);
    if (day && daysFromTo(day[0]!.at, version.at) === 0) day.push(version);
    else days.push([version]);
  }
  return days;
}

/** The versions of a text, newest first, day by day: who wrote, why it was kept, and how much changed. */
export function VersionList({ cycleId, stage, versions, now }: VersionListProps) {
  const { t } = useTranslation("history");
  const { date, relativeDay } = useFormat();
  if (versions.length === 0)
    return (
      <div className="measure">
        <EmptyState sentence={t("none")} example={t("noneText")} />
      </div>
    );
  return (
    <section aria-label={t("versions")} className="flex max-w-[46rem] flex-col gap-8">
      {byDay(versions).map((day) => (
        <section key={day[0]!.id} className="flex flex-col gap-1">
          <h3 className="text-small text-ink-soft">
            <span className="font-semibold text-ink">{date(day[0]!.at, "day")}</span> · {relativeDay(day[0]!.at, now)}
          </h3>
          <ol>
            {day.map((version) => (
              <Line key={version.id} version={version} to={cyclePaths.version(cycleId, stage, version.id)} />
            ))}
          </ol>
        </section>
      ))}
      <p className="text-small text-ink-soft">{t("thinned")}</p>
    </section>
  );
}

function Line({ version, to }: { version: Version; to: string }) {
  const { date } = useFormat();
  const { title, detail } = useVersionWords(version);
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-baseline gap-x-4 border-b border-line py-3 last:border-b-0 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
      <time dateTime={version.at} className="tabular text-small text-ink-soft">
        {date(version.at, "time")}
      </time>
      <div className="min-w-0">
        <TextLink to={to} className="font-medium">
          {title}
        </TextLink>
        {detail ? <p className="text-small text-ink-soft">{detail}</p> : null}
      </div>
      <p className="text-small text-ink-soft max-sm:col-start-2">
        {version.reason === "begun" ? null : (
          <ChangeInWords added={version.wordsAdded} removed={version.wordsRemoved} />
        )}
      </p>
    </li>
  );
}
