import { useTranslation } from "react-i18next";
import { type Happening, useActivitySentence } from "#app/features/activity/use-activity-sentence.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Summary } from "./step-path.ts";

interface NewsProps {
  news: readonly Happening[];
  cycles: readonly Summary[];
  now: string;
}

/** What others did since the last look, in at most three lines. */
export function News({ news, cycles, now }: NewsProps) {
  const { t } = useTranslation("cycles");
  const { relativeDay } = useFormat();
  const say = useActivitySentence();
  const first = cycles.find(({ id }) => id === news[0]?.cycleId) ?? cycles[0];
  return (
    <section aria-labelledby="news">
      <h2 id="news" className="mb-3 font-serif text-title-4 font-semibold">
        {t("start.news")}
      </h2>
      {news.length === 0 ? <p className="text-ink-soft">{t("start.noNews")}</p> : null}
      <ol className="flex flex-col gap-4">
        {news.map((row) => {
          const cycle = cycles.find(({ id }) => id === row.cycleId);
          return (
            <li key={row.id}>
              <p>{say(row)}</p>
              <p className="text-tiny text-ink-soft">
                {cycles.length > 1 && cycle ? `${cycle.title} · ` : null}
                {relativeDay(row.at, now)}
              </p>
            </li>
          );
        })}
      </ol>
      {first ? (
        <p className="mt-4 text-small">
          <TextLink to={cyclePaths.activity(first.id)}>{t("start.allActivity")}</TextLink>
        </p>
      ) : null}
    </section>
  );
}
