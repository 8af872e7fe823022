import { json } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CycleBin } from "#app/features/cycles/bin.tsx";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { CycleRow } from "#app/features/start/cycle-row.tsx";
import { EmptyStart } from "#app/features/start/empty-start.tsx";
import { News } from "#app/features/start/news.tsx";
import { NextStep } from "#app/features/start/next-step.tsx";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRoot } from "#app/frame/use-root.ts";
import { inOrderLoader } from "#app/live/answer-order.ts";
import { useWatch } from "#app/live/live-connection.tsx";
import { liveQueries, useLiveData } from "#app/live/live-data.ts";
import { loaderOf, requirePerson } from "#app/session/route.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type StartView, viewStart } from "#server/overview/index.ts";

export const handle = {
  namespaces: ["cycles", "activity"],
  title: (t) => t("cycles:start.title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, request }) => {
  requirePerson(ctx);
  return json(await viewStart(ctx, preferencesOf(request).language));
});

export const clientLoader = inOrderLoader;

const heading = "font-serif text-title-3 font-semibold";

export default function Start() {
  const { t } = useTranslation("cycles");
  const viewer = useRoot()?.viewer;
  const discardedId = useSearchParams()[0].get("weg");
  const view = useLiveData<StartView>(liveQueries.start(), useLoaderData<typeof loader>());
  const { first, own, closed, school, now } = view;
  const teams = [...new Set([...view.teams.map(({ id }) => id), ...school.map(({ team }) => team.id)])];
  const discarded = view.bin.some(({ id }) => id === discardedId);
  useWatch([...teams.map((id) => `team:${id}`), `person:${view.viewerId}`]);
  const name = viewer?.name.split(" ")[0] ?? "";
  const several = view.teams.length > 1;
  const mayStart = view.can.startCycle;
  return (
    <div className="flex flex-col gap-14">
      {discarded ? (
        <Notice kind="ok" announced>
          {t("about.discarded")} {t("about.discardSafe")}
        </Notice>
      ) : null}
      {first ? (
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <NextStep cycle={first} name={name} now={now} />
          <News news={view.news} cycles={own} now={now} />
        </div>
      ) : (
        <EmptyStart name={name} inTeam={view.teams.length > 0} mayStart={mayStart} otherwise={school.length > 0} />
      )}
      {own.length > 0 ? (
        <section aria-labelledby="own">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 id="own" className={heading}>
              {t(own.length === 1 ? "start.ownOne" : "start.own")}
            </h2>
            {mayStart ? (
              <LinkButton kind="secondary" size="small" to={cyclePaths.startNew}>
                {t("start.startNew")}
              </LinkButton>
            ) : null}
          </div>
          <ul className="grid gap-x-16 divide-line max-lg:divide-y lg:grid-cols-2">
            {own.map((cycle) => (
              <CycleRow key={cycle.id} cycle={cycle} now={now} withTeam={several} />
            ))}
          </ul>
        </section>
      ) : null}
      {school.length > 0 ? (
        <section aria-labelledby="school">
          <h2 id="school" className={heading}>
            {t("start.school")}
          </h2>
          {view.teams.length > 0 ? <p className="mt-1 text-ink-soft">{t("start.schoolLead")}</p> : null}
          <ul className="grid gap-x-16 divide-line max-lg:divide-y lg:grid-cols-2">
            {school.map((cycle) => (
              <CycleRow key={cycle.id} cycle={cycle} now={now} withTeam />
            ))}
          </ul>
        </section>
      ) : null}
      {closed.length > 0 ? (
        <Disclosure summary={t("start.closed", { count: closed.length })}>
          <ul className="flex flex-col gap-2">
            {closed.map((cycle) => (
              <li key={cycle.id}>
                <Link to={cyclePaths.stage(cycle.id, cycle.stage)} className="link">
                  {cycle.title}
                </Link>{" "}
                <span className="text-small text-ink-soft">
                  {t("cycle.of", { team: cycle.team.name, school: cycle.team.school })}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {view.bin.length > 0 ? <CycleBin cycles={view.bin} /> : null}
    </div>
  );
}
