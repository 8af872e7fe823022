import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProject, type ProjectAnswer } from "#app/features/projects/answer-project.server.ts";
import { ManageProject } from "#app/features/projects/manage-project.tsx";
import { ProjectFacts } from "#app/features/projects/project-facts.tsx";
import { TeamTable } from "#app/features/projects/team-table.tsx";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { inOrderLoader } from "#app/live/answer-order.ts";
import { useWatch } from "#app/live/live-connection.tsx";
import { liveQueries, useLiveData } from "#app/live/live-data.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { projectChoices } from "#server/projects/index.ts";
import { strandNames } from "#server/toolkit/index.ts";

export const handle = {
  namespaces: ["projects", "admin"],
  title: (_t, data) => data?.answer.view.name ?? "",
  width: "wide",
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params, request, url }) => {
  const { language } = preferencesOf(request);
  const answer = await answerProject(ctx, params.projectId);
  const { view } = answer;
  const search = { people: url.searchParams.get("mens") ?? "", teams: url.searchParams.get("team") ?? "" };
  const choices = view.can.manage ? await projectChoices(ctx, view.id, search) : null;
  return json({ answer, choices, strands: await strandNames(ctx, language) });
});

export const clientLoader = inOrderLoader;

/** What the project is, who carries it, and where every participating team is. */
export default function Project() {
  const { t } = useTranslation("projects");
  const { date } = useFormat();
  const loaded = useLoaderData<typeof loader>();
  const { view, invitations } = useLiveData<ProjectAnswer>(liveQueries.project(loaded.answer.view.id), loaded.answer);
  useWatch([`project:${view.id}`]);
  return (
    <>
      <PageHeader
        title={view.name}
        over={view.programme ? t(`kind.${view.programme.kind}`) : undefined}
        lead={view.summary}
        facts={t("period", { from: date(view.startsOn, "date"), to: date(view.endsOn, "date") })}
        crumbs={[{ label: t("title"), to: "/projecten" }]}
      />
      <div className="grid gap-12">
        <TeamTable view={view} strands={loaded.strands} />
        <ProjectFacts view={view} strands={loaded.strands} />
        {view.can.manage && loaded.choices ? (
          <ManageProject view={view} choices={loaded.choices} invitations={invitations} />
        ) : null}
      </div>
    </>
  );
}
