import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InviteForm } from "#app/features/admin/invite-form.tsx";
import { OpenInvitations } from "#app/features/admin/open-invitations.tsx";
import { CycleBin } from "#app/features/cycles/bin.tsx";
import { AddMember } from "#app/features/teams/add-member.tsx";
import { answerTeam, type TeamAnswer } from "#app/features/teams/answer-team.server.ts";
import { Members } from "#app/features/teams/members.tsx";
import { TeamProjects } from "#app/features/teams/team-projects.tsx";
import { TeamVisits } from "#app/features/teams/team-visits.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRoot } from "#app/frame/use-root.ts";
import { inOrderLoader } from "#app/live/answer-order.ts";
import { useWatch } from "#app/live/live-connection.tsx";
import { liveQueries, useLiveData } from "#app/live/live-data.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TEAM_ROLES } from "#domain/people/words.ts";

export const handle = {
  namespaces: ["admin", "cycles"],
  title: (_t, data) => data?.view.name ?? "",
  width: "wide",
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params }) => json(await answerTeam(ctx, params.teamId)));

export const clientLoader = inOrderLoader;

/** A team: its people, its projects with what the coach sees, the visits, and the way into a new cycle. */
export default function Team() {
  const { t } = useTranslation("admin");
  const loaded = useLoaderData<typeof loader>();
  const { view, invitations } = useLiveData<TeamAnswer>(liveQueries.team(loaded.view.id), loaded);
  useWatch([`team:${view.id}`]);
  const manages = useRoot()?.viewer?.places.includes("admin") ?? false;
  return (
    <>
      <PageHeader
        title={view.name}
        over={view.can.manageMembers && manages ? undefined : view.school}
        crumbs={
          view.can.manageMembers && manages
            ? [
                { label: t("title"), to: "/beheer" },
                { label: view.school, to: `/beheer/scholen/${view.organisationId}` },
              ]
            : undefined
        }
        action={
          view.can.startCycle ? <LinkButton to={`/lussen/nieuw?team=${view.id}`}>{t("team.start")}</LinkButton> : null
        }
      />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <div className="grid content-start gap-8">
          {view.can.seeMembers ? <Members team={view} /> : null}
          {view.can.manageMembers ? (
            <div className="grid gap-4">
              <Disclosure summary={t("team.add")}>
                <AddMember team={view} />
              </Disclosure>
              <Disclosure summary={t("invite.title")}>
                <InviteForm
                  to={{ teamId: view.id }}
                  role={{
                    name: "teamRole",
                    label: t("invite.teamRole"),
                    options: TEAM_ROLES.map((role) => ({ value: role, label: t(`team.role.${role}`) })),
                    first: "member",
                  }}
                />
              </Disclosure>
              <OpenInvitations invitations={invitations} here />
            </div>
          ) : null}
        </div>
        <div className="grid content-start gap-14">
          <TeamProjects team={view} />
          {view.inTeam ? <TeamVisits visits={view.visits} /> : null}
          {view.can.restoreCycle ? <CycleBin cycles={view.bin} /> : null}
        </div>
      </div>
    </>
  );
}
