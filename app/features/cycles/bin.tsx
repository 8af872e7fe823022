import { useTranslation } from "react-i18next";
import { Part } from "#app/features/admin/part.tsx";
import { Binned } from "./binned.tsx";
import { cyclePaths } from "./paths.ts";

interface BinnedCycle {
  id: string;
  teamId: string;
  title: string;
  /** When it goes for good, as the server's text. */
  until: string;
}

/** The cycles that were put in the bin, each with the way back, for who may put them there. */
export function CycleBin({ cycles }: { cycles: readonly BinnedCycle[] }) {
  const { t } = useTranslation("cycles");
  return (
    <Part id="bin" title={t("bin.title")}>
      {cycles.length === 0 ? <p className="text-ink-soft">{t("bin.empty")}</p> : null}
      <ul className="grid divide-y divide-line">
        {cycles.map(({ id, teamId, title, until }) => (
          <Binned
            key={id}
            title={title}
            until={until}
            action={cyclePaths.binReturn(teamId)}
            done={t("bin.restored", { cycle: title })}
          >
            <input type="hidden" name="cycleId" value={id} />
          </Binned>
        ))}
      </ul>
    </Part>
  );
}
