import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { toolkitPath } from "#app/features/toolkit/paths.ts";
import { useRoot } from "#app/frame/use-root.ts";
import { pathOf } from "#app/frame/viewer.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { LoopMark } from "#app/ui/loop/loop-mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

interface EmptyStartProps {
  name: string;
  inTeam: boolean;
  mayStart: boolean;
  /** Something else is on the page already: the cycles of the school. */
  otherwise: boolean;
}

/** The start page before there is a first cycle: what it will be for, and the one way to get there. */
export function EmptyStart({ name, inTeam, mayStart, otherwise }: EmptyStartProps) {
  const { t } = useTranslation(["cycles", "common"]);
  const elsewhere = useRoot()?.viewer?.places[0];
  if (!inTeam && otherwise) return <PageHeader title={t("start.hello", { name })} lead={t("start.schoolOnly")} />;
  if (!inTeam && elsewhere)
    return (
      <div>
        <PageHeader title={t("start.hello", { name })} lead={t(`start.elsewhere.${elsewhere}`)} />
        <LinkButton to={pathOf[elsewhere]} size="large">
          {t("start.goTo", { place: t(`common:frame.place.${elsewhere}`) })}
        </LinkButton>
      </div>
    );
  if (!inTeam)
    return (
      <>
        <PageHeader over={t("start.hello", { name })} title={t("start.noTeam.title")} />
        <EmptyState
          mark={<LoopMark className="size-12" />}
          sentence={t("start.noTeam.text")}
          example={t("start.noTeam.example")}
          action={<LinkButton to={toolkitPath}>{t("start.noTeam.action")}</LinkButton>}
        />
      </>
    );
  return (
    <>
      <PageHeader over={t("start.hello", { name })} title={t("start.noCycle.title")} />
      <EmptyState
        mark={<LoopMark className="size-12" />}
        sentence={t(mayStart ? "start.noCycle.text" : "start.noCycleReader")}
        example={mayStart ? t("start.noCycle.example") : undefined}
        action={mayStart ? <LinkButton to={cyclePaths.startNew}>{t("start.startNew")}</LinkButton> : undefined}
      />
    </>
  );
}
