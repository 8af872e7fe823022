import { useTranslation } from "react-i18next";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { CYCLE_LIMITS } from "#domain/cycles/words.ts";
import { type Cycle, useCycle } from "../cycle-context.ts";
import { cyclePaths } from "../paths.ts";

type Meeting = Cycle["meetings"][number];

/** What a meeting decided, line by line, and a line to add the next. */
export function Decisions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  if (!view.can.planMeeting && meeting.decisions.length === 0) return null;
  return (
    <div className="mt-2 flex flex-col gap-1">
      {meeting.decisions.length > 0 ? (
        <ul
          aria-label={t("about.decisions")}
          className="flex flex-col divide-y divide-line border-s-2 border-line ps-4"
        >
          {meeting.decisions.map((decision) => (
            <Decision key={decision.id} decision={decision} />
          ))}
        </ul>
      ) : null}
      {view.can.planMeeting ? (
        <Disclosure summary={t("about.decisionAdd")}>
          <NoteDecision meetingId={meeting.id} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function Decision({ decision }: { decision: Meeting["decisions"][number] }) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const { view } = useCycle();
  const { Form, busy, sentence } = useStayingForm(t("about.decisionStruck"));
  const { id, what, who, dueOn } = decision;
  const facts = [who, dueOn ? t("about.decisionBy", { day: date(dueOn, "day") }) : ""].filter(Boolean);
  return (
    <li ref={useFocusBeyond()} className="flex flex-wrap items-start justify-between gap-x-4 py-2">
      <div className="min-w-0 grow basis-48">
        <p>{what}</p>
        {facts.length > 0 ? <p className="text-small text-ink-soft">{facts.join(" · ")}</p> : null}
        <Refused sentence={sentence} />
      </div>
      {view.can.planMeeting ? (
        <Form method="post" action={cyclePaths.decisionRemoval(view.cycle.id)} className="no-print -mx-3">
          <input type="hidden" name="decisionId" value={id} />
          <SubmitButton kind="quiet" size="small" busy={busy} aria-label={`${t("about.decisionStrike")}: ${what}`}>
            {t("about.decisionStrike")}
          </SubmitButton>
        </Form>
      ) : null}
    </li>
  );
}

function NoteDecision({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const { Form, form, busy, sentence, errors } = useStayingForm(t("about.decisionSaved"));
  const idOf = (field: string) => `decision-${field}-${meetingId}`;
  return (
    <Form
      ref={form}
      method="post"
      action={cyclePaths.decisions(view.cycle.id)}
      noValidate
      className="grid gap-4 pb-2 sm:grid-cols-2"
    >
      <input type="hidden" name="meetingId" value={meetingId} />
      <TextField
        name="what"
        id={idOf("what")}
        label={t("about.decisionWhat")}
        placeholder={t("about.decisionExample")}
        maxLength={CYCLE_LIMITS.decision}
        error={errors.what}
        autoComplete="off"
        fieldClassName="sm:col-span-2"
      />
      <TextField
        name="who"
        id={idOf("who")}
        label={t("about.decisionWho")}
        maxLength={CYCLE_LIMITS.decisionWho}
        error={errors.who}
        autoComplete="off"
        optional
      />
      <TextField
        name="dueOn"
        id={idOf("due")}
        type="date"
        label={t("about.decisionDue")}
        error={errors.dueOn}
        optional
      />
      <Refused sentence={sentence} />
      <div className="sm:col-span-2">
        <SubmitButton kind="secondary" busy={busy}>
          {t("about.decisionSave")}
        </SubmitButton>
      </div>
    </Form>
  );
}
