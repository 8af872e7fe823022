import { useTranslation } from "react-i18next";
import { PhaseChip } from "#app/ui/phase-chip.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { OwnCycles as Cycles } from "#server/toolkit/index.ts";

/** The cycles of the reader's own teams that work with a strand. */
export function OwnCycles({ cycles }: { cycles: Cycles }) {
  const { t } = useTranslation("toolkit");
  if (cycles.length === 0) return <p className="text-ink-soft">{t("strand.ownNone")}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {cycles.map(({ id, title, stage, closed, team, school }) => (
        <li key={id}>
          <TextLink to={`/lussen/${id}`}>{title}</TextLink>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-ink-soft">
            {team}, {school}
            {closed ? <Tag>{t("strand.ownClosed")}</Tag> : <PhaseChip stage={stage} />}
          </p>
        </li>
      ))}
    </ul>
  );
}
