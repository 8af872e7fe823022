import { useTranslation } from "react-i18next";
import { type Happening, useActivitySentence } from "#app/features/activity/use-activity-sentence.ts";
import { DateText } from "#app/ui/date-text.tsx";

/** What changed since the last visit, in a minute of reading. */
export function Brief({ lines, lastVisitAt }: { lines: readonly Happening[]; lastVisitAt: string | null }) {
  const { t } = useTranslation("coaching");
  const say = useActivitySentence();
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
        {lines.map((line) => (
          <li key={line.id}>{say(line)}</li>
        ))}
      </ul>
    </div>
  );
}
