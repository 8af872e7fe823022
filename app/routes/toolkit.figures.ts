import { writeFigures } from "#app/features/toolkit/write-figures.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import { loaderOf } from "#app/session/route.server.ts";
import { viewPicture } from "#server/toolkit/index.ts";

// The figures behind the picture, as a file. The same for everybody, in the language of who asks.
export const loader = loaderOf(async ({ ctx, request }) => {
  const { language } = preferencesOf(request);
  const t = translatorFor(language);
  const { strands } = await viewPicture(ctx, language);
  const file = writeFigures(strands, {
    name: t("toolkit:csv.name"),
    kit: t("toolkit:csv.kit"),
    months: t("toolkit:csv.months"),
    cost: t("toolkit:csv.cost"),
    evidence: t("toolkit:csv.evidence"),
    edition: t("toolkit:csv.edition"),
    unverified: t("toolkit:csv.unverified"),
    unknown: t("toolkit:csv.unknown"),
    kitOf: (toolkit) => t(`toolkit:kit.${toolkit}`),
  });
  return new Response(file, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("toolkit:csv.file")}.csv"`,
    },
  });
});
