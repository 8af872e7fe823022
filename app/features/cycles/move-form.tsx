import type { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "#app/session/refusal.ts";
import { PhaseShape } from "#app/ui/loop/phase-shape.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioCards } from "#app/ui/radio-cards.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { isReturn, refuseMove, STAGES, type Stage } from "#domain/cycles/phases.ts";
import { cyclePaths } from "./paths.ts";

interface MoveFormProps {
  cycleId: string;
  /** Where the cycle is. */
  stage: Stage;
  /** What is chosen first. */
  suggested: Stage;
  fetcher: ReturnType<typeof useFetcher>;
  onSend: (to: Stage) => void;
}

/** Where to, and one line of why: asked for when it goes back (rule CP3), welcome otherwise. */
export function MoveForm({ cycleId, stage, suggested, fetcher, onSend }: MoveFormProps) {
  const { t } = useTranslation(["cycles", "common", "errors"]);
  const { sentence, errors } = useRefusal(fetcher.data);
  const [to, choose] = useState<Stage>(suggested);
  const [missing, setMissing] = useState(false);
  const back = isReturn(stage, to);
  const next = STAGES[STAGES.indexOf(stage) + 1];
  const mark = (candidate: Stage) =>
    isReturn(stage, candidate) ? t("move.backMark") : candidate === next ? t("move.nextMark") : undefined;

  return (
    <fetcher.Form
      method="post"
      action={cyclePaths.move(cycleId)}
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        const why = String(new FormData(event.currentTarget).get("why") ?? "");
        const refusal = refuseMove({ stage, closed: false }, { to, why });
        setMissing(refusal === "why-missing");
        if (refusal === "why-missing") {
          event.preventDefault();
          event.currentTarget.querySelector<HTMLInputElement>("[name=why]")?.focus();
        } else onSend(to);
      }}
    >
      {sentence ? <Notice kind="error">{sentence}</Notice> : null}
      <RadioCards
        legend={<span className="heard-only">{t("move.title")}</span>}
        name="to"
        value={to}
        onChange={(value) => choose(value as Stage)}
        options={STAGES.filter((candidate) => candidate !== stage).map((candidate) => ({
          value: candidate,
          label: (
            <span className="inline-flex items-center gap-2">
              <PhaseShape stage={candidate} />
              {t(`common:phase.${candidate}`)}
            </span>
          ),
          mark: mark(candidate) ? <span className="text-small text-ink-soft">{mark(candidate)}</span> : undefined,
        }))}
      />
      <TextField
        name="why"
        id="move-why"
        label={back ? t("move.whyBack") : t("move.whyForward")}
        hint={back ? t("move.whyBackHint") : undefined}
        placeholder={back ? t("move.whyExample") : undefined}
        optional={!back}
        required={false}
        aria-required={back}
        autoComplete="off"
        error={missing ? t("errors:field.why-missing") : errors.why}
      />
      <div>
        <SubmitButton busy={fetcher.state !== "idle"}>
          {t(back ? "move.back" : "move.forward", { stage: t(`common:phase.${to}`) })}
        </SubmitButton>
      </div>
    </fetcher.Form>
  );
}
