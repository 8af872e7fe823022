import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CycleGone } from "#app/features/cycles/cycle-gone.tsx";
import { cyclePaths, stageOfSlug } from "#app/features/cycles/paths.ts";
import { KeepVersion } from "#app/features/history/keep-version.tsx";
import { useTextLost } from "#app/features/history/use-text-lost.ts";
import { VersionList } from "#app/features/history/version-list.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { notFound } from "#domain/errors.ts";
import { viewHistory } from "#server/history/index.ts";

export const handle = {
  namespaces: ["history", "cycles"],
  title: (t, data) =>
    data ? `${t("history:titleOf", { stage: t(`common:phase.${data.stage}`) })} · ${data.title}` : t("history:title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params }) => {
  const stage = stageOfSlug(params.stage);
  if (!stage) throw notFound();
  return json(await viewHistory(ctx, { cycleId: params.cycleId, stage }));
});

export default function StageHistory() {
  const { t } = useTranslation(["history", "common"]);
  const { cycleId, title, stage, versions, can, now } = useLoaderData<typeof loader>();
  if (useTextLost(cycleId, stage)) return <CycleGone of="text" />;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: title, to: cyclePaths.cycle(cycleId) },
          { label: t(`common:phase.${stage}`), to: cyclePaths.stage(cycleId, stage) },
        ]}
        title={t("title")}
        lead={t(can.restore ? "lead" : "leadReading")}
      />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <VersionList cycleId={cycleId} stage={stage} versions={versions} now={now} />
        {can.nameVersion ? <KeepVersion cycleId={cycleId} stage={stage} /> : null}
      </div>
    </>
  );
}
