import { useTranslation } from "react-i18next";
import type { Stage } from "#domain/cycles/phases.ts";
import { classNames } from "./class-names.ts";
import { PhaseShape } from "./loop/phase-shape.tsx";
import { phaseTint } from "./phase-look.ts";

/** A phase by name, with its own shape and colour. */
export function PhaseChip({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full py-0.5 ps-2 pe-3 text-small font-medium forced-edge",
        phaseTint[stage],
      )}
    >
      <PhaseShape stage={stage} />
      {t(`phase.${stage}`)}
    </span>
  );
}
