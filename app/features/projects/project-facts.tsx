import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { themes } from "#content/agenda/index.ts";
import type { ProjectView } from "#server/overview/index.ts";

/** Who carries the project, and what it is about. */
export function ProjectFacts({
  view,
  strands,
}: {
  view: SerializeFrom<ProjectView>;
  strands: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation("projects");
  const { language } = useFormat();
  return (
    <div className="grid gap-10 md:grid-cols-3">
      <section aria-labelledby="people" className="grid content-start gap-3">
        <h2 id="people" className="font-semibold">
          {t("people.title")}
        </h2>
        {view.people.length === 0 ? <p className="text-ink-soft">{t("people.none")}</p> : null}
        <ul className="grid gap-2">
          {view.people.map((person) => (
            <li key={`${person.id}-${person.role}`} className="flex items-center gap-2">
              <Avatar id={person.id} name={person.name} size="small" named={false} />
              <span>
                {person.name} <span className="text-small text-ink-soft">· {t(`people.${person.role}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="strands" className="grid content-start gap-3">
        <h2 id="strands" className="font-semibold">
          {t("strandsTitle")}
        </h2>
        <ul className="grid gap-1">
          {view.strandIds.map((id) => (
            <li key={id}>
              <TextLink to={`/toolkit/${id}`}>{strands[id] ?? id}</TextLink>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="themes" className="grid content-start gap-3">
        <h2 id="themes" className="font-semibold">
          {t("themesTitle")}
        </h2>
        <ul className="grid gap-1">
          {view.themeIds.map((id) => (
            <li key={id}>{themes.find((theme) => theme.id === id)?.[language] ?? id}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
