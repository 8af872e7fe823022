import { useTranslation } from "react-i18next";
import { Tag } from "#app/ui/tag.tsx";
import type { CoachedCycle } from "./coaching-view.ts";

/** Why it might be good to get in touch, each with its reason; phrased as help. */
export function Signals({ signals }: { signals: CoachedCycle["signals"] }) {
  const { t } = useTranslation("coaching");
  if (signals.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {signals.map((signal) => (
        <li key={signal.kind}>
          <Tag kind={signal.kind === "asked-a-question" ? "info" : "plain"}>
            {t(`signal.${signal.kind}`, { count: signal.figure ?? 0 })}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
