import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OrganisationList } from "#app/features/admin/organisation-list.tsx";
import { ProgrammeList } from "#app/features/admin/programme-list.tsx";
import { UnplacedPeople } from "#app/features/admin/unplaced-people.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { notFound } from "#domain/errors.ts";
import { listOrganisations } from "#server/organisations/index.ts";
import { listUnplacedPeople } from "#server/people/index.ts";
import { listProgrammes } from "#server/projects/index.ts";

export const handle = {
  namespaces: ["admin"],
  title: (t) => t("admin:title"),
  width: "wide",
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, url }) => {
  const search = (url.searchParams.get("zoek") ?? "").slice(0, 100);
  const { organisations, can } = await listOrganisations(ctx, search);
  const staff = can.addOrganisations;
  // An empty answer may be the search's doing: who manages nothing at all is told that there is nothing here.
  if (!staff && organisations.length === 0 && (await listOrganisations(ctx, "")).organisations.length === 0)
    throw notFound();
  const [programmes, unplaced] = staff
    ? await Promise.all([listProgrammes(ctx), listUnplacedPeople(ctx)])
    : [null, null];
  return json({ search, organisations, can, programmes, unplaced });
});

/** What somebody sets up: for a principal the own school, for staff everything. What teams write is not here (AC6). */
export default function Admin() {
  const { t } = useTranslation("admin");
  const { search, organisations, can, programmes, unplaced } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={
          can.addOrganisations ? <LinkButton to="/beheer/scholen/nieuw">{t("organisations.add")}</LinkButton> : null
        }
      />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <div className="grid content-start gap-14">
          <OrganisationList organisations={organisations} search={search} />
          {unplaced ? <UnplacedPeople people={unplaced} /> : null}
        </div>
        {programmes ? <ProgrammeList programmes={programmes} /> : null}
      </div>
    </>
  );
}
