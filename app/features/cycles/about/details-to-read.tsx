import { useTranslation } from "react-i18next";
import { DateText } from "#app/ui/date-text.tsx";
import type { Cycle } from "../cycle-context.ts";
import type { ThemeGroup } from "../theme-options.ts";

interface DetailsToReadProps {
  cycle: Cycle["cycle"];
  themes: readonly ThemeGroup[];
}

/** The same for who only reads. */
export function DetailsToRead({ cycle, themes }: DetailsToReadProps) {
  const { t } = useTranslation("cycles");
  const theme = themes.flatMap((group) => group.themes).find(({ id }) => id === cycle.themeId);
  const rows = [
    [t("about.need"), cycle.need],
    [t("new.needOwner"), t(`needOwner.${cycle.needOwner}`)],
    [t("targetGroup"), cycle.targetGroup],
    [t("carePhase.label"), cycle.carePhase === null ? "" : t(`carePhase.${cycle.carePhase as 0 | 1}`)],
    [t("theme.label"), theme?.name ?? ""],
    [t("about.startsOn"), <DateText key="start" value={cycle.startsOn} />],
    [t("about.endsOn"), cycle.endsOn ? <DateText key="end" value={cycle.endsOn} /> : ""],
  ] as const;
  return (
    <dl className="flex max-w-measure flex-col gap-4">
      {rows
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt className="text-small text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
