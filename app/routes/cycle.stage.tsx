import { json } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QuickLog } from "#app/features/cards/quick-log.tsx";
import { SourceBoard } from "#app/features/cards/source-board.tsx";
import { StageCards } from "#app/features/cards/stage-cards.tsx";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { LinkedStrands } from "#app/features/cycles/linked-strands.tsx";
import { MoveControl } from "#app/features/cycles/move-control.tsx";
import { stageOfSlug } from "#app/features/cycles/paths.ts";
import { StageText } from "#app/features/cycles/stage-text.tsx";
import { documentTextOf } from "#app/features/document/document-text.server.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { PhaseShape } from "#app/ui/loop/phase-shape.tsx";
import { notFound } from "#domain/errors.ts";
import { openStage } from "#server/workspace/index.ts";

export const handle = {
  title: (t, data) => (data ? `${t(`common:phase.${data.stage}`)} · ${data.title}` : ""),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params }) => {
  const stage = stageOfSlug(params.stage);
  if (!stage) throw notFound();
  const { title, documentId } = await openStage(ctx, params.cycleId, stage);
  return json({ stage, title, documentId, text: documentId ? await documentTextOf(ctx, documentId) : null });
});

/** The text is live once the page is there; sending a card must not fetch the whole of it again. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

export default function StagePage() {
  const { t } = useTranslation(["cycles", "common"]);
  const { stage, documentId, text } = useLoaderData<typeof loader>();
  const { view } = useCycle();
  const board = stage === "sources";
  const quickLog = stage === "implement" && view.can.edit;
  return (
    <article aria-labelledby="stage" className="flex flex-col gap-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-line pt-6">
        <h2 id="stage" className="flex items-center gap-3 font-serif text-title-2 font-semibold">
          <PhaseShape stage={stage} />
          {t(`common:phase.${stage}`)}
        </h2>
        <MoveControl key={stage} stage={stage} />
      </div>
      {view.inTeam ? null : <p className="-mt-4 text-small text-ink-soft">{t("cycle.reading")}</p>}
      <p className="-mt-4 flex gap-5 text-small lg:hidden">
        <a href="#text" className="link">
          {t("cycle.jumpText")}
        </a>
        <a href="#cards" className="link">
          {t("cycle.jumpCards")}
        </a>
      </p>
      {board ? <SourceBoard /> : null}
      {/* The quick log is for one thumb: first on a phone. Where there is room it stands beside the text, not above it. */}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {quickLog ? <QuickLog className="lg:col-start-2" /> : null}
        <div id="text" className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <StageText stage={stage} initial={{ documentId, text }} />
        </div>
        <aside
          aria-label={t("stage.beside")}
          className="flex min-w-0 flex-col gap-10 lg:col-start-2"
          id={board ? undefined : "cards"}
        >
          {board ? null : <StageCards stage={stage} />}
          <LinkedStrands marks={board} />
        </aside>
      </div>
    </article>
  );
}
