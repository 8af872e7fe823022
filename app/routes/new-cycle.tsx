import { randomUUID } from "node:crypto";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NewCycleForm } from "#app/features/cycles/new-cycle-form.tsx";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { themeGroups } from "#app/features/cycles/theme-options.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { dayOf } from "#domain/calendar/brussels.ts";
import { startCycle } from "#server/cycles/index.ts";
import { placesToStart } from "#server/overview/index.ts";

export const handle = {
  namespaces: ["cycles"],
  title: (t) => t("cycles:new.title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, request, url }) => {
  const { language } = preferencesOf(request);
  const places = await placesToStart(ctx, language);
  const now = ctx.clock();
  return json({
    places,
    themes: themeGroups(language, now),
    cycleId: randomUUID(),
    today: dayOf(now),
    team: url.searchParams.get("team"),
  });
});

export const action = actionOf(async ({ ctx, request, input }) => {
  // A list of one comes out of a form as a single value.
  const strandIds = input.strandIds === undefined ? [] : [input.strandIds].flat();
  const { cycleId } = await startCycle(ctx, { ...input, strandIds, language: preferencesOf(request).language });
  return redirect(cyclePaths.stage(cycleId, "need"), 303);
});

export default function NewCycle() {
  const { t } = useTranslation("cycles");
  const data = useLoaderData<typeof loader>();
  const refusal = useRefusal(useActionData<typeof action>());
  const crumbs = [{ label: t("start.title"), to: cyclePaths.start }];
  return (
    <>
      <PageHeader crumbs={crumbs} title={t("new.title")} lead={t("new.lead")} />
      {data.places.teams.length > 0 ? (
        <div className="max-w-xl">
          <NewCycleForm {...data} refusal={refusal} />
        </div>
      ) : (
        <EmptyState sentence={t("new.nowhere")} />
      )}
    </>
  );
}
