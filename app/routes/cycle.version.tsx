import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CycleGone } from "#app/features/cycles/cycle-gone.tsx";
import { cyclePaths, stageOfSlug } from "#app/features/cycles/paths.ts";
import { Compared } from "#app/features/history/compared.tsx";
import { RestoreVersion } from "#app/features/history/restore-version.tsx";
import { useSince } from "#app/features/history/use-since.ts";
import { useTextLost } from "#app/features/history/use-text-lost.ts";
import { useVersionWords } from "#app/features/history/use-version-words.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { Breadcrumb } from "#app/ui/breadcrumb.tsx";
import { notFound } from "#domain/errors.ts";
import { viewVersion } from "#server/history/index.ts";

export const handle = {
  namespaces: ["history", "live", "cycles"],
  title: (t, data) => (data ? `${t("history:title")} · ${t(`common:phase.${data.stage}`)} · ${data.title}` : ""),
  width: "wide",
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params }) => {
  const stage = stageOfSlug(params.stage);
  if (!stage) throw notFound();
  return json(await viewVersion(ctx, { cycleId: params.cycleId, stage, versionId: params.versionId }));
});

export default function OneVersion() {
  const { t } = useTranslation(["history", "common"]);
  const { date } = useFormat();
  const opened = useLoaderData<typeof loader>();
  const { cycleId, stage, version, rows, same, seen, can } = opened;
  const { title, detail } = useVersionWords(version);
  const since = useSince(opened);
  const moment = date(version.at, "moment");
  if (useTextLost(cycleId, stage)) return <CycleGone of="text" />;
  const about = version.name ? [moment, detail] : [title, detail];
  return (
    <>
      <header className="mb-8 flex flex-col gap-3">
        <Breadcrumb
          crumbs={[
            { label: opened.title, to: cyclePaths.cycle(cycleId) },
            { label: t(`common:phase.${stage}`), to: cyclePaths.stage(cycleId, stage) },
            { label: t("title"), to: cyclePaths.history(cycleId, stage) },
          ]}
        />
        <div className="flex flex-wrap items-start justify-between gap-x-12 gap-y-5">
          <div className="flex min-w-0 flex-col gap-2">
            <h1 className="font-serif text-title-2 font-semibold tracking-[-0.01em]">
              {version.name ?? t("version.title", { moment })}
            </h1>
            <p className="text-ink-soft">{about.filter(Boolean).join(" · ")}</p>
            <p className="text-lead">{since}</p>
          </div>
          {can.restore && !same ? (
            <RestoreVersion action={cyclePaths.versionRestoration(cycleId, stage, version.id)} seen={seen} />
          ) : null}
        </div>
      </header>
      <Compared rows={rows} then={moment} same={same} />
    </>
  );
}
