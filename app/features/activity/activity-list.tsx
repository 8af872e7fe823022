import { useTranslation } from "react-i18next";
import { daysFromTo } from "#app/i18n/format.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { type Happening, useActivitySentence } from "./use-activity-sentence.ts";

interface ActivityListProps {
  happenings: readonly Happening[];
  /** When the reader was here before; null when never. */
  seenAt: string | null;
  now: string;
}

interface Day {
  at: string;
  rows: Happening[];
}

function byDay(happenings: readonly Happening[]): Day[] {
  const days: Day[] = [];
  for (const happening of happenings) {
    const last = days.at(-1);
    if (last && daysFromTo(last.at, happening.at) === 0) last.rows.push(happening);
    else days.push({ at: happening.at, rows: [happening] });
  }
  return days;
}

/** What happened, newest first, day by day, with a line between what is new to this reader and what is not. */
export function ActivityList({ happenings, seenAt, now }: ActivityListProps) {
  const { t } = useTranslation("cycles");
  const fresh = seenAt === null ? [] : happenings.filter(({ at }) => at > seenAt);
  const seen = happenings.slice(fresh.length);
  if (happenings.length === 0) return <p className="text-ink-soft">{t("activity.none")}</p>;
  return (
    <div className="flex flex-col gap-8">
      {fresh.length > 0 ? (
        <section aria-labelledby="fresh" className="border-s-2 border-accent ps-5">
          <h3 id="fresh" className="mb-4 font-semibold text-accent">
            {t("activity.new")}
          </h3>
          <Days days={byDay(fresh)} now={now} level={4} />
        </section>
      ) : null}
      {fresh.length > 0 && seen.length > 0 ? <h3 className="heard-only">{t("activity.before")}</h3> : null}
      <Days days={byDay(seen)} now={now} level={fresh.length > 0 ? 4 : 3} />
    </div>
  );
}

function Days({ days, now, level }: { days: readonly Day[]; now: string; level: 3 | 4 }) {
  const Title = `h${level}` as const;
  const { date, relativeDay } = useFormat();
  return (
    <div className="flex flex-col gap-7">
      {days.map((day) => (
        <section key={day.at} className="flex flex-col gap-3">
          <Title className="text-small text-ink-soft">
            <span className="font-semibold text-ink">{date(day.at, "day")}</span> · {relativeDay(day.at, now)}
          </Title>
          <ol className="flex flex-col gap-3">
            {day.rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Line({ row }: { row: Happening }) {
  const { date } = useFormat();
  const say = useActivitySentence();
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3">
      <Avatar id={row.actorId ?? ""} name={row.by ?? ""} size="small" named={false} className="self-center" />
      <p className="min-w-0 break-words">{say(row)}</p>
      <time dateTime={row.at} className="tabular text-tiny text-ink-faint">
        {date(row.at, "time")}
      </time>
    </li>
  );
}
