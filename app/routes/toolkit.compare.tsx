import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AddToComparison } from "#app/features/toolkit/add-to-comparison.tsx";
import { ComparisonTable } from "#app/features/toolkit/comparison-table.tsx";
import { toolkitPath } from "#app/features/toolkit/paths.ts";
import { headersOfAnswer, publicAnswer } from "#app/features/toolkit/public-answer.server.ts";
import { readQuery } from "#app/features/toolkit/read-query.server.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { COMPARED_AT_MOST } from "#domain/toolkit/comparison.ts";
import { compareStrands } from "#server/toolkit/index.ts";

export const handle = {
  namespaces: ["toolkit"],
  title: (t) => t("toolkit:comparison.title"),
  width: "wide",
} satisfies RouteHandle;

export const loader = loaderOf(async ({ ctx, request, url }) =>
  publicAnswer(ctx, await compareStrands(ctx, readQuery(url), preferencesOf(request).language)),
);

export const headers = headersOfAnswer;

export default function CompareStrands() {
  const { strands, beyond, hasUnknown, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation("toolkit");
  const { list } = useFormat();
  const empty = strands.length === 0;
  return (
    <>
      <PageHeader
        title={t("comparison.title")}
        lead={empty ? undefined : t("comparison.lead")}
        crumbs={[{ label: t("list.title"), to: toolkitPath }]}
      />
      <div className="flex flex-col gap-8">
        {hasUnknown ? <Notice kind="warn">{t("comparison.unknown")}</Notice> : null}
        {beyond.length > 0 ? <Notice>{t("comparison.beyond", { names: list(beyond) })}</Notice> : null}
        {empty ? (
          <EmptyState sentence={t("comparison.empty")} example={t("comparison.emptyExample")} />
        ) : (
          <ComparisonTable strands={strands} />
        )}
        {strands.length < COMPARED_AT_MOST ? (
          <AddToComparison chosenIds={strands.map(({ id }) => id)} others={others} first={empty} />
        ) : null}
        {empty ? null : <p className="text-small text-ink-soft">{t("months.sum")}</p>}
      </div>
    </>
  );
}
