import type { SerializeFrom } from "@remix-run/node";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { listProgrammes } from "#server/projects/index.ts";
import { Part } from "./part.tsx";

type Programmes = SerializeFrom<Awaited<ReturnType<typeof listProgrammes>>>;

/** The calls, newest first, each with its projects. */
export function ProgrammeList({ programmes }: { programmes: Programmes }) {
  const { t } = useTranslation("admin");
  return (
    <Part id="programmes" title={t("programmes.title")}>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <LinkButton to="/beheer/programmas/nieuw" kind="secondary" icon={Plus}>
          {t("programmes.add")}
        </LinkButton>
        {programmes.length > 0 ? (
          <LinkButton to="/beheer/projecten/nieuw" kind="secondary" icon={Plus}>
            {t("programmes.addProject")}
          </LinkButton>
        ) : null}
      </div>
      {programmes.length === 0 ? <p className="text-ink-soft">{t("programmes.none")}</p> : null}
      <ul className="grid gap-8">
        {programmes.map((programme) => (
          <Programme key={programme.id} programme={programme} />
        ))}
      </ul>
    </Part>
  );
}

function Programme({ programme }: { programme: Programmes[number] }) {
  const { t } = useTranslation("admin");
  const { date } = useFormat();
  const { kind, name, fromYear, toYear, projects } = programme;
  return (
    <li className="grid gap-2">
      <div>
        <h3 className="font-semibold">{name}</h3>
        <p className="text-small text-ink-soft">
          {t(`programmes.kindName.${kind}`)} · <span className="tabular">{`${fromYear}–${toYear + 1}`}</span>
        </p>
      </div>
      {projects.length === 0 ? <p className="text-small text-ink-soft">{t("programmes.noProjects")}</p> : null}
      <ul className="grid divide-y divide-line">
        {projects.map((project) => (
          <li key={project.id} className="py-2">
            <TextLink to={`/projecten/${project.id}`}>{project.name}</TextLink>
            <p className="text-small text-ink-soft">
              {date(project.startsOn, "month")} – {date(project.endsOn, "month")}
            </p>
          </li>
        ))}
      </ul>
    </li>
  );
}
