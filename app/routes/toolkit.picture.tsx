import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { figuresPath, toolkitPath } from "#app/features/toolkit/paths.ts";
import { layOutPicture } from "#app/features/toolkit/picture/lay-out-picture.ts";
import { bandsOnScale } from "#app/features/toolkit/picture/month-bands.ts";
import { NarrowPicture } from "#app/features/toolkit/picture/narrow-picture.tsx";
import { PictureLegend } from "#app/features/toolkit/picture/picture-legend.tsx";
import { PictureTable } from "#app/features/toolkit/picture/picture-table.tsx";
import { useFindingWords } from "#app/features/toolkit/picture/use-finding-words.ts";
import { WidePicture } from "#app/features/toolkit/picture/wide-picture.tsx";
import { headersOfAnswer, publicAnswer } from "#app/features/toolkit/public-answer.server.ts";
import { hasUnverifiedFact } from "#app/features/toolkit/unverified.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { viewPicture } from "#server/toolkit/index.ts";

export const handle = {
  namespaces: ["toolkit"],
  title: (t) => t("toolkit:picture.name"),
  width: "wide",
} satisfies RouteHandle;

export const loader = loaderOf(async ({ ctx, request }) => {
  const { language } = preferencesOf(request);
  const t = translatorFor(language);
  const { strands, finding } = await viewPicture(ctx, language);
  const marks = strands.map(({ id, name, toolkit, impactMonths, cost, evidenceStrength, unverifiedFields }) => {
    const label = toolkit === "kleuters" ? t("toolkit:picture.ofKit", { name }) : name;
    const doubt = hasUnverifiedFact(unverifiedFields) ? " *" : "";
    return { id, label: label + doubt, toolkit, impactMonths, cost, evidenceStrength };
  });
  // Laid out here: the browser need not carry the code that finds every label its place.
  const picture = layOutPicture(marks);
  const bands = bandsOnScale(picture.scale.first, picture.scale.last, language);
  return publicAnswer(ctx, { strands, finding, picture: { ...picture, bands } });
});

export const headers = headersOfAnswer;

export default function ToolkitPicture() {
  const { strands, finding, picture } = useLoaderData<typeof loader>();
  const { t } = useTranslation("toolkit");
  const { title, lead } = useFindingWords(finding);
  return (
    <>
      <PageHeader title={title} lead={lead} crumbs={[{ label: t("list.title"), to: toolkitPath }]} />
      <figure>
        <div className="hidden xl:block">
          <WidePicture picture={picture} title={t("picture.chart", { total: strands.length })} />
        </div>
        <div className="xl:hidden">
          <PictureLegend />
          <NarrowPicture lanes={picture.lanes} />
        </div>
        <figcaption className="measure mt-6 text-small text-ink-soft">
          {strands.some(({ unverifiedFields }) => hasUnverifiedFact(unverifiedFields)) ? (
            <p className="mb-2">{t("picture.unverified")}</p>
          ) : null}
          <p>{t("picture.caution")}</p>
        </figcaption>
      </figure>
      <section className="mt-14">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h2 className="font-serif text-title-2 font-semibold">{t("picture.table")}</h2>
          <LinkButton to={figuresPath} reload kind="secondary" size="small" icon={Download}>
            {t("picture.download")}
          </LinkButton>
        </div>
        <PictureTable strands={strands} />
      </section>
    </>
  );
}
