import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActivityList } from "#app/features/activity/activity-list.tsx";
import { mayAskCoach } from "#app/features/comments/may-ask-coach.ts";
import { Threads } from "#app/features/comments/threads.tsx";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { inOrderLoader } from "#app/live/answer-order.ts";
import { liveQueries, useLiveData } from "#app/live/live-data.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { type ActivityView, viewActivity } from "#server/workspace/index.ts";

export const handle = { title: (t) => t("cycles:activity.title") } satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params, request }) =>
  json(await viewActivity(ctx, params.cycleId, preferencesOf(request).language)),
);

export const clientLoader = inOrderLoader;

export default function CycleActivity() {
  const { t } = useTranslation("cycles");
  const { view, threads, now } = useCycle();
  const opened = useLoaderData<typeof loader>();
  const { activity } = useLiveData<ActivityView>(liveQueries.activity(view.cycle.id), opened);
  const mayTalk = view.can.askCoach || view.can.commentOnCards;
  return (
    <div className="grid gap-x-14 gap-y-12 border-t border-line pt-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-labelledby="activity" className="max-w-measure">
        <h2 id="activity" className="mb-6 font-serif text-title-3 font-semibold">
          {t("activity.list")}
        </h2>
        <ActivityList happenings={activity} seenAt={opened.seenAt} now={now} />
      </section>
      <section aria-labelledby="talk" className="flex flex-col gap-4">
        <div>
          <h2 id="talk" className="font-serif text-title-3 font-semibold">
            {t("activity.talk")}
          </h2>
          <p className="mt-1 text-small text-ink-soft">{t("activity.talkLead")}</p>
        </div>
        <Threads
          cycleId={view.cycle.id}
          threads={threads}
          commentable={mayTalk}
          mayAskCoach={mayAskCoach(view, "cycle")}
        />
      </section>
    </div>
  );
}
