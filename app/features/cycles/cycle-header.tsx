import { NavLink } from "@remix-run/react";
import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import { pathOf } from "#app/frame/viewer.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { AvatarStack } from "#app/ui/avatar-stack.tsx";
import { Breadcrumb } from "#app/ui/breadcrumb.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { LoopNav } from "#app/ui/loop/loop-nav.tsx";
import type { Stage } from "#domain/cycles/phases.ts";
import type { Cycle } from "./cycle-context.ts";
import { nextMeetingOf } from "./next-meeting.ts";
import { cyclePaths } from "./paths.ts";

interface CycleHeaderProps {
  view: Cycle;
  now: string;
  viewing: Stage | undefined;
  justMoved: boolean;
}

/** The head of every page of a cycle: what it is about, who works on it, when they meet, and the loop to walk through. */
export function CycleHeader({ view, now, viewing, justMoved }: CycleHeaderProps) {
  const { t } = useTranslation(["cycles", "common"]);
  const { cycle, team } = view;
  // A coach comes from the overview of all teams, the team from its own start page.
  const up =
    view.coach && !view.inTeam
      ? { label: t("common:frame.place.coaching"), to: pathOf.coaching }
      : { label: t("start.title"), to: cyclePaths.start };
  return (
    <header className="mb-6 grid items-start gap-x-14 gap-y-4 lg:grid-cols-[minmax(0,1fr)_29rem]">
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-soft">
          <Breadcrumb crumbs={[up]} />
          <span aria-hidden="true">/</span>
          <p className="py-0.5">{t("cycle.of", { team: team.name, school: team.school })}</p>
        </div>
        <h1 className="max-w-[46ch] font-serif text-title-2 font-semibold tracking-[-0.01em]">{cycle.title}</h1>
        {/* On a phone the work comes first; the whole sentence is one press away, under "Over deze lus". */}
        <p className="measure text-ink-soft max-sm:line-clamp-2">{cycle.need}</p>
        <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2 text-small text-ink-soft">
          {view.members.length > 0 ? <AvatarStack people={view.members} label={t("cycle.members")} /> : null}
          <NextMeeting view={view} now={now} />
          <CyclePages cycleId={cycle.id} />
        </div>
      </div>
      <LoopNav
        entries={view.entries}
        to={(stage) => cyclePaths.stage(cycle.id, stage)}
        viewing={viewing}
        justMoved={justMoved}
      />
    </header>
  );
}

function NextMeeting({ view, now }: { view: Cycle; now: string }) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const meeting = nextMeetingOf(view.meetings, now);
  return (
    <p className="inline-flex flex-wrap items-center gap-x-1.5">
      <Icon of={CalendarDays} />
      <span className="max-sm:heard-only">{t("cycle.nextMeeting")}:</span>
      {meeting ? (
        <time dateTime={meeting.startsAt} className="font-medium text-ink">
          {t("start.meetingAt", { day: date(meeting.startsAt, "day"), time: date(meeting.startsAt, "time") })}
        </time>
      ) : (
        <span>{t("cycle.noMeeting")}</span>
      )}
    </p>
  );
}

function CyclePages({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation("cycles");
  const look = ({ isActive }: { isActive: boolean }) =>
    classNames("link inline-flex min-h-9 items-center", isActive && "font-semibold text-ink no-underline");
  return (
    <nav aria-label={t("cycle.pages")} className="no-print">
      <ul className="flex flex-wrap gap-x-5">
        <li>
          <NavLink to={cyclePaths.activity(cycleId)} prefetch="intent" className={look}>
            {t("cycle.activity")}
          </NavLink>
        </li>
        <li>
          <NavLink to={cyclePaths.about(cycleId)} prefetch="intent" className={look}>
            {t("cycle.about")}
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
