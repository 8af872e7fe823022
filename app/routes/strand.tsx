import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OwnCyclesFragment } from "#app/features/toolkit/own-cycles-fragment.tsx";
import { comparePath, strandPath, toolkitPath } from "#app/features/toolkit/paths.ts";
import { headersOfAnswer, publicAnswer } from "#app/features/toolkit/public-answer.server.ts";
import { StrandFactsPanel } from "#app/features/toolkit/strand-facts-panel.tsx";
import { StrandHistory } from "#app/features/toolkit/strand-history.tsx";
import { StrandSource } from "#app/features/toolkit/strand-source.tsx";
import { StrandWords } from "#app/features/toolkit/strand-words.tsx";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRoot } from "#app/frame/use-root.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { viewStrand } from "#server/toolkit/index.ts";

export const handle = {
  namespaces: ["toolkit"],
  // Two strands can have the same name: the toolkit is part of the title.
  title: (t, data) =>
    data ? `${data.strand.name} (${t(`toolkit:kitInFull.${data.strand.toolkit}`)})` : t("toolkit:list.title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, request, params }) =>
  publicAnswer(ctx, await viewStrand(ctx, params.strandId, preferencesOf(request).language)),
);

export const headers = headersOfAnswer;

export default function StrandPage() {
  const { strand, counterpart, versions, monthsUrl } = useLoaderData<typeof loader>();
  const viewer = useRoot()?.viewer;
  const { t } = useTranslation("toolkit");
  return (
    <article>
      <PageHeader
        title={strand.name}
        crumbs={[{ label: t("list.title"), to: toolkitPath }]}
        over={<Tag>{t(`kitInFull.${strand.toolkit}`)}</Tag>}
        facts={
          counterpart ? (
            <span>
              {t("strand.namesake", { kit: t(`strand.namesakeKit.${counterpart.toolkit}`) })}{" "}
              <TextLink to={strandPath(counterpart.id)}>{counterpart.name}</TextLink>
            </span>
          ) : undefined
        }
        action={
          <LinkButton to={comparePath([strand.id])} kind="secondary">
            {t("strand.compare")}
          </LinkButton>
        }
      />
      <StrandFactsPanel strand={strand} monthsUrl={monthsUrl} />
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <StrandWords strand={strand} />
          {versions.length > 1 ? <StrandHistory name={strand.name} versions={versions} /> : null}
        </div>
        <aside className="flex flex-col gap-9">
          {viewer ? <OwnCyclesFragment strandId={strand.id} /> : null}
          <StrandSource strand={strand} />
        </aside>
      </div>
    </article>
  );
}
