import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CardBin } from "#app/features/cycles/about/card-bin.tsx";
import { Details } from "#app/features/cycles/about/details.tsx";
import { DetailsToRead } from "#app/features/cycles/about/details-to-read.tsx";
import { Ending } from "#app/features/cycles/about/ending.tsx";
import { Meetings } from "#app/features/cycles/about/meetings.tsx";
import { Sharing } from "#app/features/cycles/about/sharing.tsx";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { themeGroups } from "#app/features/cycles/theme-options.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { changeCycle, loadCycle } from "#server/cycles/index.ts";

export const handle = { title: (t) => t("cycles:about.title") } satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params, request }) => {
  // Asked for by itself (`_data`) it stands before the page around it, which asks the same.
  await loadCycle(ctx, params.cycleId, "view");
  return json({ themes: themeGroups(preferencesOf(request).language, ctx.clock()) });
});

export const action = actionOf(async ({ ctx, params, input }) => {
  await changeCycle(ctx, { ...input, cycleId: params.cycleId });
  return json({ ok: true as const });
});

export default function AboutCycle() {
  const { t } = useTranslation("cycles");
  const { themes } = useLoaderData<typeof loader>();
  const { view } = useCycle();
  const { can, cycle } = view;
  return (
    <div className="grid gap-x-16 gap-y-14 border-t border-line pt-8 lg:grid-cols-2">
      <Part id="beschrijving" title={t("about.details")}>
        {view.project ? <p className="mb-5 text-ink-soft">{t("cycle.project", { name: view.project.name })}</p> : null}
        {can.edit ? <Details cycle={cycle} themes={themes} /> : <DetailsToRead cycle={cycle} themes={themes} />}
      </Part>
      <div className="flex flex-col gap-14">
        <Part id="overleg" title={t("about.meetings")}>
          <Meetings />
        </Part>
        {view.inTeam ? (
          <Part id="delen" title={t("about.sharing")}>
            <Sharing />
          </Part>
        ) : null}
        {can.edit ? (
          <Part id="prullenbak" title={t("bin.title")}>
            <CardBin />
          </Part>
        ) : null}
        {can.close || can.reopen || can.discard ? (
          <Part id="afsluiten" title={t("about.end")}>
            <Ending />
          </Part>
        ) : null}
      </div>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-5 scroll-mt-6 font-serif text-title-3 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
