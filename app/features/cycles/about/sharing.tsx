import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { PhaseShape } from "#app/ui/loop/phase-shape.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Audience } from "#domain/cycles/words.ts";
import { useCycle } from "../cycle-context.ts";
import { cyclePaths } from "../paths.ts";

/** What the coach sees, said exactly, and the team's own choice for each text and for the cards (product §6). */
export function Sharing() {
  const { t } = useTranslation(["cycles", "common"]);
  const { view } = useCycle();
  const { cycle, stages, project, can } = view;
  return (
    <div className="flex flex-col gap-5">
      <WhatIsSeen />
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        <Choice
          what={t("about.cards")}
          now={cycle.cardsAudience}
          words={t(`about.cardsAudience.${cycle.cardsAudience}`)}
          widen={t("about.shareCards")}
          action={cyclePaths.cardsAudience(cycle.id)}
        />
        {stages.map(({ stage, document }) =>
          document ? (
            <Choice
              key={stage}
              what={
                <span className="inline-flex items-center gap-2">
                  <PhaseShape stage={stage} />
                  {t("stage.document", { stage: t(`common:phase.${stage}`) })}
                </span>
              }
              spoken={t("stage.document", { stage: t(`common:phase.${stage}`) })}
              now={document.audience}
              words={t(`about.audience.${document.audience}`)}
              widen={t("about.share")}
              action={cyclePaths.documentAudience(cycle.id)}
              stage={stage}
              // Outside a project nobody is there to share a text with; what was shared before can still be kept back.
              fixed={!project && document.audience === "team"}
            />
          ) : null,
        )}
      </ul>
      {can.share ? <p className="text-small text-ink-soft">{t("about.now")}</p> : null}
    </div>
  );
}

function WhatIsSeen() {
  const { t } = useTranslation(["cycles", "common"]);
  const { list } = useFormat();
  const { view } = useCycle();
  const { cycle, stages, coaches, project } = view;
  const textsFor = (audience: Audience) =>
    stages
      .filter(({ document }) => document?.audience === audience)
      .map(({ stage }) => t("about.textOf", { stage: t(`common:phase.${stage}`) }));
  const cardsFor = (audience: Audience) => (cycle.cardsAudience === audience ? [t("about.cardsOf")] : []);
  const seen = [t("about.frame"), ...cardsFor("coach"), ...textsFor("coach")];
  const kept = [...cardsFor("team"), ...textsFor("team")];
  const names = coaches.map(({ name }) => name);
  return (
    <div className="flex max-w-measure flex-col gap-2" aria-live="polite">
      {project ? (
        <>
          <p>{t("about.seesNow", { coach: names.length > 0 ? list(names) : t("about.aCoach"), things: list(seen) })}</p>
          {kept.length > 0 ? <p>{t("about.seesNot", { things: list(kept) })}</p> : null}
          <p className="text-small text-ink-soft">{t("about.leadSees")}</p>
        </>
      ) : (
        <p>{t("about.noCoach")}</p>
      )}
      <p className="text-small text-ink-soft">{t("about.schoolSees")}</p>
    </div>
  );
}

interface ChoiceProps {
  what: ReactNode;
  /** The same in words alone, for the button's name. */
  spoken?: string;
  now: Audience;
  words: string;
  /** What the button says when it lets more people read. */
  widen: string;
  action: string;
  stage?: string;
  fixed?: boolean;
}

function Choice({ what, spoken, now, words, widen, action, stage, fixed = false }: ChoiceProps) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  const other: Audience = now === "team" ? "coach" : "team";
  const verb = other === "coach" ? widen : t("about.keep");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div>
        <p className="font-medium">{what}</p>
        <p className="text-small text-ink-soft">{words}</p>
        {sentence ? <p className="text-small text-danger">{sentence}</p> : null}
      </div>
      {view.can.share && !fixed ? (
        <fetcher.Form method="post" action={action} className="-mx-3">
          {stage ? <input type="hidden" name="stage" value={stage} /> : null}
          <input type="hidden" name="audience" value={other} />
          <SubmitButton
            kind="quiet"
            size="small"
            busy={fetcher.state !== "idle"}
            aria-label={t("about.shareOf", { action: verb, what: spoken ?? (typeof what === "string" ? what : "") })}
          >
            {verb}
          </SubmitButton>
        </fetcher.Form>
      ) : null}
    </li>
  );
}
