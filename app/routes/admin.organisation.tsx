import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InviteForm } from "#app/features/admin/invite-form.tsx";
import { OpenInvitations } from "#app/features/admin/open-invitations.tsx";
import { OrganisationFacts } from "#app/features/admin/organisation-facts.tsx";
import { OrganisationPeople } from "#app/features/admin/organisation-people.tsx";
import { OrganisationTeams } from "#app/features/admin/organisation-teams.tsx";
import { Part } from "#app/features/admin/part.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { FUNCTIONS, type OrganisationKind } from "#domain/people/words.ts";
import { openInvitations } from "#server/invitations/index.ts";
import { changeOrganisation, viewOrganisation } from "#server/organisations/index.ts";

export const handle = {
  namespaces: ["admin", "cycles"],
  title: (_t, data) => data?.organisation.name ?? "",
  width: "wide",
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params }) => {
  const organisation = await viewOrganisation(ctx, params.organisationId);
  const invitations = await openInvitations(ctx, { organisationId: organisation.id });
  return json({ organisation, invitations });
});

export const action = actionOf(async ({ ctx, params, input }) => {
  await changeOrganisation(ctx, { ...input, organisationId: params.organisationId });
  return json({ ok: true });
});

/** Staff is a function of the knowledge centre alone; elsewhere it would give nothing. */
const functionsAt = (kind: OrganisationKind) =>
  FUNCTIONS.filter((one) => one !== "staff" || kind === "knowledge-centre");

export default function OrganisationPage() {
  const { t } = useTranslation("admin");
  const { organisation, invitations } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={organisation.name}
        over={t(`organisations.kind.${organisation.kind}`)}
        crumbs={[{ label: t("title"), to: "/beheer" }]}
      />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <div className="grid content-start gap-14">
          <OrganisationPeople organisation={organisation} />
          <Part id="invite" title={t("invite.title")}>
            <InviteForm
              to={{ organisationId: organisation.id }}
              role={{
                name: "function",
                label: t("invite.function"),
                options: functionsAt(organisation.kind).map((one) => ({ value: one, label: t(`function.${one}`) })),
                first: organisation.kind === "school" ? "teacher" : "coach",
              }}
            />
            <OpenInvitations invitations={invitations} />
          </Part>
        </div>
        <div className="grid content-start gap-14">
          {organisation.kind === "school" || organisation.teams.length > 0 ? (
            <OrganisationTeams organisation={organisation} />
          ) : null}
          {/* Anew for each organisation: the fields keep what was typed, and that is about this one. */}
          <OrganisationFacts key={organisation.id} organisation={organisation} />
        </div>
      </div>
    </>
  );
}
