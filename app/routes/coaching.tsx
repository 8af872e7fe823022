import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { coachingTopics } from "#app/features/coaching/coaching-topics.ts";
import { Questions } from "#app/features/coaching/questions.tsx";
import { Schools } from "#app/features/coaching/schools.tsx";
import { Visits } from "#app/features/coaching/visits.tsx";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { inOrderLoader } from "#app/live/answer-order.ts";
import { useWatch } from "#app/live/live-connection.tsx";
import { liveQueries, useLiveData } from "#app/live/live-data.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type CoachingView, viewCoaching } from "#server/overview/index.ts";

export const handle = {
  namespaces: ["coaching", "activity", "cycles"],
  title: (t) => t("coaching:title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, request }) =>
  json({ view: await viewCoaching(ctx, preferencesOf(request).language), now: ctx.clock() }),
);

export const clientLoader = inOrderLoader;

/** First what asks something of the coach today; then where every team is. */
export default function Coaching() {
  const { t } = useTranslation("coaching");
  const loaded = useLoaderData<typeof loader>();
  const view = useLiveData<CoachingView>(liveQueries.coaching(), loaded.view);
  useWatch(coachingTopics(view));

  if (view.projects.length === 0)
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState sentence={t("none.sentence")} example={t("none.example")} />
      </>
    );
  return (
    <>
      <PageHeader
        title={t("today")}
        lead={t("lead")}
        action={<LinkButton to="/begeleiding/bezoeken/nieuw">{t("visits.plan")}</LinkButton>}
      />
      <div className="grid gap-14">
        <div className="grid items-start gap-12 lg:grid-cols-2">
          <Questions questions={view.questions} />
          <Visits visits={view.visits} now={loaded.now} />
        </div>
        <Schools view={view} now={loaded.now} />
      </div>
    </>
  );
}
