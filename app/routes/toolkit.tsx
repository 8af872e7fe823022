import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { picturePath } from "#app/features/toolkit/paths.ts";
import { headersOfAnswer, publicAnswer } from "#app/features/toolkit/public-answer.server.ts";
import { readQuery } from "#app/features/toolkit/read-query.server.ts";
import { StrandList } from "#app/features/toolkit/strand-list.tsx";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { listStrands } from "#server/toolkit/index.ts";

export const handle = { namespaces: ["toolkit"], title: (t) => t("toolkit:list.title") } satisfies RouteHandle;

export const loader = loaderOf(async ({ ctx, request, url }) =>
  publicAnswer(ctx, await listStrands(ctx, readQuery(url), preferencesOf(request).language)),
);

export const headers = headersOfAnswer;

const withoutChoice = ({ searchParams }: URL) => [...searchParams].filter(([name]) => name !== "strand").join("&");

// Ticking a box to compare changes the address and nothing in the list.
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const onlyTicked = currentUrl.search !== nextUrl.search && withoutChoice(currentUrl) === withoutChoice(nextUrl);
  return onlyTicked ? false : defaultShouldRevalidate;
}

export default function Toolkit() {
  const list = useLoaderData<typeof loader>();
  const { t } = useTranslation("toolkit");
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead", { total: list.total })}
        action={
          <LinkButton to={picturePath} kind="secondary">
            {t("list.picture")}
          </LinkButton>
        }
      />
      <StrandList {...list} />
    </>
  );
}
