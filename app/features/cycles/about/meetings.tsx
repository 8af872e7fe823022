import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { type Cycle, useCycle } from "../cycle-context.ts";
import { cyclePaths } from "../paths.ts";
import { Decisions } from "./decisions.tsx";

type Meeting = Cycle["meetings"][number];

/** The meetings of the team about this cycle: the coming ones, a form for the next, and those that are over. */
export function Meetings() {
  const { t } = useTranslation("cycles");
  const { view, now } = useCycle();
  const inOrder = [...view.meetings].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const coming = inOrder.filter(({ startsAt }) => startsAt >= now);
  const [last, ...past] = inOrder.filter(({ startsAt }) => startsAt < now).reverse();
  return (
    <div className="flex flex-col gap-6">
      {coming.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {coming.map((meeting) => (
            <li key={meeting.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
              <MeetingWords meeting={meeting} />
              {view.can.planMeeting ? <CancelMeeting meeting={meeting} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t("about.meetingsNone")}</p>
      )}
      {view.can.planMeeting ? <PlanMeeting /> : null}
      {last ? (
        <div>
          <h3 className="font-semibold">{t("about.meetingLast")}</h3>
          <MeetingWords meeting={last} />
          <Decisions meeting={last} />
        </div>
      ) : null}
      {past.length > 0 ? (
        <Disclosure summary={t("about.meetingsBefore", { count: past.length })}>
          <ul className="flex flex-col gap-3">
            {past.map((meeting) => (
              <li key={meeting.id}>
                <MeetingWords meeting={meeting} />
                <Decisions meeting={meeting} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function MeetingWords({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  return (
    <div>
      <time dateTime={meeting.startsAt} className="font-medium">
        {t("start.meetingAt", { day: date(meeting.startsAt, "day"), time: date(meeting.startsAt, "time") })}
      </time>
      {meeting.purpose ? <p className="text-small text-ink-soft">{meeting.purpose}</p> : null}
    </div>
  );
}

function PlanMeeting() {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const say = useSay();
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || isRefusal(fetcher.data)) return;
    // Emptied and not made anew: the focus stays on its button.
    form.current?.reset();
    say(t("about.planned"));
  }, [fetcher.state, fetcher.data, say, t]);
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={cyclePaths.meetings(view.cycle.id)}
      noValidate
      className="flex flex-col gap-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="startsAt"
          type="datetime-local"
          label={t("about.meetingAt")}
          error={errors.startsAt ?? sentence}
        />
        <TextField
          name="purpose"
          label={t("about.purpose")}
          placeholder={t("about.purposeExample")}
          error={errors.purpose}
          autoComplete="off"
          optional
        />
      </div>
      <div>
        <SubmitButton kind="secondary" busy={fetcher.state !== "idle"}>
          {t("about.plan")}
        </SubmitButton>
      </div>
    </fetcher.Form>
  );
}

function CancelMeeting({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const { view } = useCycle();
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  const { startsAt } = meeting;
  const when = t("start.meetingAt", { day: date(startsAt, "day"), time: date(startsAt, "time") });
  const [asking, ask] = useState(false);
  return (
    <div ref={useFocusBeyond()} className="-mx-3">
      <Button kind="quiet" size="small" aria-label={`${t("about.cancelMeeting")}: ${when}`} onClick={() => ask(true)}>
        {t("about.cancelMeeting")}
      </Button>
      <Dialog open={asking} onClose={() => ask(false)} title={t("about.cancelTitle")}>
        <p className="mb-5">{t("about.cancelText", { day: date(meeting.startsAt, "day") })}</p>
        {sentence ? <p className="mb-4 text-danger">{sentence}</p> : null}
        <fetcher.Form
          method="post"
          action={cyclePaths.meetingCancellation(view.cycle.id)}
          className="flex flex-wrap gap-3"
        >
          <input type="hidden" name="meetingId" value={meeting.id} />
          <SubmitButton kind="danger" busy={fetcher.state !== "idle"}>
            {t("about.cancelMeeting")}
          </SubmitButton>
          <Button kind="quiet" onClick={() => ask(false)}>
            {t("about.notYet")}
          </Button>
        </fetcher.Form>
      </Dialog>
    </div>
  );
}
