import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OwnCycles } from "#app/features/toolkit/own-cycles.tsx";
import { strandPath, toolkitPath } from "#app/features/toolkit/paths.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ownCyclesWithStrand, viewStrand } from "#server/toolkit/index.ts";

export const handle = {
  namespaces: ["toolkit"],
  title: (t, data) => (data ? t("toolkit:strand.ownTitle", { name: data.strand.name }) : t("toolkit:list.title")),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, request, params }) => {
  const cycles = await ownCyclesWithStrand(ctx, params.strandId);
  const { strand } = await viewStrand(ctx, params.strandId, preferencesOf(request).language);
  return json({ cycles, strand: { id: strand.id, name: strand.name } });
});

/** The same list as beside the strand, as a page: for who has no script. */
export default function StrandCycles() {
  const { cycles, strand } = useLoaderData<typeof loader>();
  const { t } = useTranslation("toolkit");
  return (
    <>
      <PageHeader
        title={t("strand.ownTitle", { name: strand.name })}
        crumbs={[
          { label: t("list.title"), to: toolkitPath },
          { label: strand.name, to: strandPath(strand.id) },
        ]}
      />
      <OwnCycles cycles={cycles} />
    </>
  );
}
