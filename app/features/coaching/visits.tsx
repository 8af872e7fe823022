import { useTranslation } from "react-i18next";
import { DateText } from "#app/ui/date-text.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { Brief } from "./brief.tsx";
import type { Coaching } from "./coaching-view.ts";

/** The visits of the coming days, each with what the coach needs to know on the way there. */
export function Visits({ visits, now }: { visits: Coaching["visits"]; now: string }) {
  const { t } = useTranslation("coaching");
  return (
    <section aria-labelledby="visits" className="grid gap-5">
      <h2 id="visits" className="font-serif text-title-3 font-semibold">
        {t("visits.title")}
      </h2>
      {visits.length === 0 ? <p className="text-ink-soft">{t("visits.none")}</p> : null}
      <ol className="grid gap-8">
        {visits.map((visit) => (
          <li key={visit.id} className="grid gap-2">
            <p className="text-small text-ink-soft">
              <DateText value={visit.startsAt} style="moment" relativeTo={now} />
            </p>
            <h3 className="font-semibold">
              <TextLink to={`/begeleiding/bezoeken/${visit.id}`}>
                {visit.team.name}, {visit.team.school}
              </TextLink>
            </h3>
            {visit.purpose ? <p className="font-serif">{visit.purpose}</p> : null}
            <Brief lines={visit.brief} lastVisitAt={visit.lastVisitAt} />
          </li>
        ))}
      </ol>
    </section>
  );
}
