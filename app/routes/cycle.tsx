import { json } from "@remix-run/node";
import { Outlet, useLoaderData, useParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CycleHere } from "#app/features/cycles/cycle-context.ts";
import { CycleGone } from "#app/features/cycles/cycle-gone.tsx";
import { CycleHeader } from "#app/features/cycles/cycle-header.tsx";
import { stageOfSlug } from "#app/features/cycles/paths.ts";
import { useLiveCycle } from "#app/features/cycles/use-live-cycle.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { inOrderLoader } from "#app/live/answer-order.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import type { Stage } from "#domain/cycles/phases.ts";
import { openCycle } from "#server/workspace/index.ts";

export const handle = {
  namespaces: ["cycles", "live", "toolkit", "activity"],
  title: (_t, data) => data?.view.cycle.title ?? "",
  width: "wide",
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params, request }) =>
  json(await openCycle(ctx, params.cycleId, preferencesOf(request).language)),
);

export const clientLoader = inOrderLoader;

export default function OpenCycle() {
  const { t } = useTranslation("cycles");
  const opened = useLoaderData<typeof loader>();
  const params = useParams();
  const { view, threads, gone } = useLiveCycle(opened);
  const justMoved = useMoved(view.cycle.id, view.entries.length, view.stage);
  if (gone) return <CycleGone />;
  return (
    <>
      <CycleHeader view={view} now={opened.now} viewing={stageOfSlug(params.stage)} justMoved={justMoved} />
      {view.cycle.closed ? (
        <Notice className="mb-8" title={t("cycle.closed")}>
          {t("cycle.closedText")}
        </Notice>
      ) : null}
      <Outlet context={{ view, threads, now: opened.now } satisfies CycleHere} />
    </>
  );
}

/** Whether the cycle moved since this page came, by whoever's hand; the move is also said once. */
function useMoved(cycleId: string, moves: number, stage: Stage): boolean {
  const { t } = useTranslation(["cycles", "common"]);
  const say = useSay();
  const known = useRef({ cycleId, moves, moved: false });
  if (known.current.cycleId !== cycleId) known.current = { cycleId, moves, moved: false };
  useEffect(() => {
    if (known.current.cycleId !== cycleId || known.current.moves >= moves) return;
    known.current = { cycleId, moves, moved: true };
    say(t("cycle.movedTo", { stage: t(`common:phase.${stage}`) }));
  }, [cycleId, moves, stage, say, t]);
  return known.current.moved || known.current.moves < moves;
}
