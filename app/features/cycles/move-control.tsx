import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { STAGES, type Stage } from "#domain/cycles/phases.ts";
import { useCycle } from "./cycle-context.ts";
import { MoveForm } from "./move-form.tsx";
import { cyclePaths } from "./paths.ts";

/** Moving through the loop from the page of a stage: on to the next, or anywhere else. Never locked, never hidden. */
export function MoveControl({ stage }: { stage: Stage }) {
  const { t } = useTranslation(["cycles", "common"]);
  const { view } = useCycle();
  const fetcher = useFetcher();
  const navigate = useNavigate();
  const sent = useRef<{ to: Stage } | null>(null);
  const [suggested, suggest] = useState<Stage | null>(null);
  const cycleId = view.cycle.id;
  const here = view.stage === stage;
  const next = STAGES[STAGES.indexOf(view.stage) + 1];

  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || !sent.current) return;
    const { to } = sent.current;
    sent.current = null;
    if (isRefusal(fetcher.data)) return;
    suggest(null);
    navigate(cyclePaths.stage(cycleId, to));
  }, [fetcher.state, fetcher.data, cycleId, navigate]);

  return (
    <>
      {here ? null : (
        <p className="text-small text-ink-soft">
          {t("stage.notHere", { stage: t(`common:phase.${view.stage}`) })}{" "}
          <TextLink to={cyclePaths.stage(cycleId, view.stage)}>
            {t("stage.seeCurrent", { stage: t(`common:phase.${view.stage}`) })}
          </TextLink>
        </p>
      )}
      {view.can.move ? (
        <div className="no-print flex flex-wrap items-center gap-2">
          {here && next ? (
            <Button onClick={() => suggest(next)}>{t("move.forward", { stage: t(`common:phase.${next}`) })}</Button>
          ) : null}
          {here ? (
            <Button kind="quiet" onClick={() => suggest(STAGES[Math.max(0, STAGES.indexOf(stage) - 1)] ?? "need")}>
              {t("move.other")}
            </Button>
          ) : (
            <Button kind="secondary" onClick={() => suggest(stage)}>
              {t("move.here")}
            </Button>
          )}
        </div>
      ) : null}
      <Dialog open={suggested !== null} onClose={() => suggest(null)} title={t("move.title")}>
        <p className="mb-4 text-ink-soft">{t("move.lead")}</p>
        {suggested ? (
          <MoveForm
            cycleId={cycleId}
            stage={view.stage}
            suggested={suggested === view.stage ? (next ?? "need") : suggested}
            fetcher={fetcher}
            onSend={(to) => {
              sent.current = { to };
            }}
          />
        ) : null}
      </Dialog>
    </>
  );
}
