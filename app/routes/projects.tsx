import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { listProjects } from "#server/overview/index.ts";

export const handle = {
  namespaces: ["projects"],
  title: (t) => t("projects:title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx }) => json({ projects: await listProjects(ctx) }));

export default function Projects() {
  const { t } = useTranslation("projects");
  const { date } = useFormat();
  const { projects } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("title")} />
      {projects.length === 0 ? <EmptyState sentence={t("none.sentence")} example={t("none.example")} /> : null}
      <ul className="grid measure gap-8">
        {projects.map((project) => (
          <li key={project.id} className="grid gap-1">
            <h2 className="font-serif text-title-4 font-semibold">
              <TextLink to={`/projecten/${project.id}`}>{project.name}</TextLink>
            </h2>
            <p className="text-small text-ink-soft">
              {t(`role.${project.role}`)} · {t("teams", { count: project.teams })} ·{" "}
              {t("period", { from: date(project.startsOn, "month"), to: date(project.endsOn, "month") })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
