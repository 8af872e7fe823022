import { useTranslation } from "react-i18next";
import { type Happening, useActivitySentence } from "#app/features/activity/use-activity-sentence.ts";
import { DateText } from "#app/ui/date-text.tsx";

/** What changed since the last visit, in a minute of reading. */
export function Brief({ lines, lastVisitAt }: { lines: readonly Happening[]; lastVisitAt: string | null }) {
  const { t } = useTranslation("coaching");
  const say = useActivitySentence();
  // Who wrote in the same text five times did one thing, said once.
  const times = new Map<string, number>();
  for (const line of lines) times.set(say(line), (times.get(say(line)) ?? 0) + 1);
  return (
    <div className="grid gap-1 text-small">
      <p className="font-semibold">
        {t(lastVisitAt ? "visits.sinceLast" : "visits.soFar")}
        {lastVisitAt ? (
          <span className="font-normal text-ink-soft">
            {" "}
            (<DateText value={lastVisitAt} style="short" />)
          </span>
        ) : null}
      </p>
      {lines.length === 0 ? <p className="text-ink-soft">{t("visits.nothing")}</p> : null}
      <ul className="grid list-disc gap-1 ps-5 text-ink-soft">
        {[...times].map(([sentence, count]) => (
          <li key={sentence}>
            {sentence} {count > 1 ? <span className="text-ink-faint">{t("visits.times", { count })}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
