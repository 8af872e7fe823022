import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { loader } from "#app/routes/strand.cycles.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { OwnCycles } from "./own-cycles.tsx";
import { ownCyclesPath } from "./paths.ts";

/**
 * "What do we do with it", for who is signed in. It comes after the page and from an address of its own, so that the
 * page itself is the same for everybody and caches may keep it.
 */
export function OwnCyclesFragment({ strandId }: { strandId: string }) {
  const { t } = useTranslation("toolkit");
  const { data, load } = useFetcher<typeof loader>({ key: `own-cycles-${strandId}` });

  useEffect(() => load(ownCyclesPath(strandId)), [strandId, load]);

  return (
    <section className="text-small">
      <h2 className="mb-2 font-serif text-title-4 font-semibold">{t("strand.own")}</h2>
      {data ? (
        <OwnCycles cycles={data.cycles} />
      ) : (
        <TextLink to={ownCyclesPath(strandId)}>{t("strand.ownShow")}</TextLink>
      )}
    </section>
  );
}
