import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RefusalWords } from "#app/session/refusal.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { MultiSelect } from "#app/ui/multi-select.tsx";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import type { PlacesToStart } from "#server/overview/index.ts";
import { NeedOwnerField, PlaceFields } from "./about-fields.tsx";
import { ProjectField } from "./project-field.tsx";
import type { ThemeGroup } from "./theme-options.ts";

interface NewCycleFormProps {
  places: SerializeFrom<PlacesToStart>;
  themes: readonly ThemeGroup[];
  /** Made by the loader: the same form sent twice starts one cycle. */
  cycleId: string;
  today: string;
  /** The team that the link here was about; a wish, and nothing when one may not start a cycle there. */
  team: string | null;
  refusal: RefusalWords;
}

/** What a cycle needs to begin: four answers; the rest may wait. A plain form, so it also works without script. */
export function NewCycleForm({ places, themes, cycleId, today, team, refusal }: NewCycleFormProps) {
  const { t } = useTranslation("cycles");
  const { sentence, errors, typed, ticked } = refusal;
  // Of one tick the form makes a single value.
  const strandIds = ticked.strandIds ?? (typed.strandIds === undefined ? [] : [typed.strandIds]);
  const only = places.teams.length === 1 ? places.teams[0] : undefined;
  const [teamId, chooseTeam] = useState(
    typed.teamId ?? only?.id ?? places.teams.find(({ id }) => id === team)?.id ?? "",
  );
  const labels: Record<string, string> = {
    teamId: t("new.team"),
    need: t("new.need"),
    title: t("new.name"),
    needOwner: t("new.needOwner"),
    targetGroup: t("targetGroup"),
    carePhase: t("carePhase.label"),
    themeId: t("theme.label"),
    strandIds: t("new.strands"),
    projectId: t("new.project"),
    meetingAt: t("new.meeting"),
    endsOn: t("new.endsOn"),
  };
  return (
    <Form method="post" className="flex flex-col gap-12" noValidate>
      <input type="hidden" name="cycleId" value={typed.cycleId ?? cycleId} />
      <FormErrorSummary errors={errors} labels={labels} general={sentence} />
      <div className="flex flex-col gap-6">
        {only ? (
          <>
            <input type="hidden" name="teamId" value={only.id} />
            <p className="text-ink-soft">{t("cycle.of", { team: only.name, school: only.school })}</p>
          </>
        ) : (
          <Select
            name="teamId"
            label={t("new.team")}
            placeholder={t("new.teamPlaceholder")}
            options={places.teams.map(({ id, name, school }) => ({
              value: id,
              label: t("cycle.of", { team: name, school }),
            }))}
            value={teamId}
            onChange={(event) => chooseTeam(event.target.value)}
            error={errors.teamId}
          />
        )}
        <TextArea
          name="need"
          label={t("new.need")}
          hint={t("new.needHint")}
          placeholder={t("new.needExample")}
          limit={CYCLE_LIMITS.need}
          rows={3}
          defaultValue={typed.need}
          error={errors.need}
          required
        />
        <TextField
          name="title"
          label={t("new.name")}
          hint={t("new.nameHint")}
          placeholder={t("new.nameExample")}
          defaultValue={typed.title}
          error={errors.title}
          autoComplete="off"
          required
        />
        <NeedOwnerField values={typed} errors={errors} />
      </div>
      <Part title={t("new.where")}>
        <PlaceFields themes={themes} values={typed} errors={errors} />
        <Disclosure summary={t("new.strandsOpen")} open={errors.strandIds !== undefined || strandIds.length > 0}>
          <MultiSelect
            name="strandIds"
            label={t("new.strands")}
            hint={t("new.strandsHint")}
            defaultValue={strandIds}
            options={places.strands.map(({ id, name, toolkit }) => ({
              id,
              label: name,
              detail: toolkit === "kleuters" ? t("strands.kit.kleuters") : undefined,
            }))}
            error={errors.strandIds}
          />
        </Disclosure>
        <ProjectField
          key={teamId}
          teams={places.teams}
          teamId={teamId}
          defaultValue={typed.projectId}
          error={errors.projectId}
        />
      </Part>
      <Part title={t("new.when")}>
        <TextField
          name="meetingAt"
          type="datetime-local"
          label={t("new.meeting")}
          hint={t("new.meetingHint")}
          optional
          min={`${today}T00:00`}
          defaultValue={typed.meetingAt}
          error={errors.meetingAt}
        />
        <TextField
          name="endsOn"
          type="date"
          label={t("new.endsOn")}
          optional
          min={today}
          defaultValue={typed.endsOn}
          error={errors.endsOn}
        />
      </Part>
      <div>
        <SubmitButton size="large">{t("new.submit")}</SubmitButton>
      </div>
    </Form>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6">
      <h2 className="font-serif text-title-3 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
