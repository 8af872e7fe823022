import { useTranslation } from "react-i18next";
import type { DocumentNode } from "#app/features/document/document-node.ts";
import { PhaseDocument } from "#app/features/document/phase-document.tsx";
import { RemovalNotice } from "#app/features/history/removal-notice.tsx";
import type { Stage } from "#domain/cycles/phases.ts";
import { useCycle } from "./cycle-context.ts";
import { cyclePaths } from "./paths.ts";

interface StageTextProps {
  stage: Stage;
  /** The text as the server had it, with the document that it belongs to. */
  initial: { documentId: string | null; text: DocumentNode | null };
}

/** The live document of a stage, or the calm sentence that the team keeps it to itself. */
export function StageText({ stage, initial }: StageTextProps) {
  const { t } = useTranslation(["cycles", "common"]);
  const { view, threads } = useCycle();
  const document = view.stages.find((candidate) => candidate.stage === stage)?.document;
  if (!document) {
    return (
      <div className="max-w-measure border-s-2 border-line py-2 ps-5">
        <p className="text-lead text-ink-soft">{t("stage.kept")}</p>
        <p className="mt-2 text-small text-ink-soft">{t("stage.keptText")}</p>
      </div>
    );
  }
  return (
    <>
      {document.removal ? (
        <RemovalNotice
          cycleId={view.cycle.id}
          stage={stage}
          removal={document.removal}
          mayRestore={document.can.restore}
        />
      ) : null}
      <PhaseDocument
        key={document.id}
        cycleId={view.cycle.id}
        document={document}
        label={t("stage.document", { stage: t(`common:phase.${stage}`) })}
        initialText={initial.documentId === document.id ? initial.text : null}
        threads={threads}
        viewerId={view.viewerId}
        historyPath={cyclePaths.history(view.cycle.id, stage)}
      />
    </>
  );
}
