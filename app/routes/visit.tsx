import { json } from "@remix-run/node";
import { Form, useActionData, useFetcher, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "#app/features/admin/refused.tsx";
import { Brief } from "#app/features/coaching/brief.tsx";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateText } from "#app/ui/date-text.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { holdVisit, viewVisit } from "#server/coaching/index.ts";

export const handle = {
  namespaces: ["coaching", "activity", "cycles"],
  title: (t, data) => t("coaching:visit.title", { team: data?.visit.team.name ?? "" }),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params, request }) =>
  json({ visit: await viewVisit(ctx, params.visitId, preferencesOf(request).language) }),
);

export const action = actionOf(async ({ ctx, params, input }) => {
  await holdVisit(ctx, { ...input, visitId: params.visitId });
  return json({ ok: true });
});

export default function VisitPage() {
  const { t } = useTranslation("coaching");
  const { visit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { sentence, errors } = useRefusal(answer);
  return (
    <>
      <PageHeader
        title={t("visit.title", { team: visit.team.name })}
        over={visit.team.school}
        lead={visit.purpose}
        facts={<DateText value={visit.startsAt} style="moment" />}
        crumbs={[{ label: t("title"), to: "/begeleiding" }]}
      />
      <div className="grid gap-10">
        <section aria-labelledby="brief" className="grid measure gap-3">
          <h2 id="brief" className="font-serif text-title-3 font-semibold">
            {t("visit.brief")}
          </h2>
          {visit.cycle ? (
            <p>
              <TextLink to={cyclePaths.cycle(visit.cycle.id)}>{visit.cycle.title}</TextLink>
            </p>
          ) : null}
          <Brief lines={visit.brief} lastVisitAt={visit.lastVisitAt} />
        </section>
        {visit.begun ? (
          <Form method="post" className="grid max-w-form gap-6" noValidate>
            <FormErrorSummary
              errors={errors}
              labels={{ notesToTeam: t("visit.notesToTeam"), notesToSelf: t("visit.notesToSelf") }}
              general={sentence}
            />
            {answer && !isRefusal(answer) ? <Notice kind="ok" title={t("visit.saved")} announced /> : null}
            <TextArea
              label={t("visit.notesToTeam")}
              hint={t("visit.notesToTeamHint")}
              name="notesToTeam"
              rows={5}
              limit={8000}
              defaultValue={visit.notesToTeam}
              error={errors.notesToTeam}
            />
            <TextArea
              label={t("visit.notesToSelf")}
              hint={t("visit.notesToSelfHint")}
              name="notesToSelf"
              rows={5}
              limit={8000}
              defaultValue={visit.notesToSelf}
              error={errors.notesToSelf}
            />
            <div>
              <SubmitButton>{t("visit.hold")}</SubmitButton>
            </div>
          </Form>
        ) : (
          <>
            <p className="text-ink-soft">{t("visit.toCome")}</p>
            <CancelVisit visitId={visit.id} />
          </>
        )}
      </div>
    </>
  );
}

function CancelVisit({ visitId }: { visitId: string }) {
  const { t } = useTranslation("coaching");
  const [asking, setAsking] = useState(false);
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  const navigate = useNavigate();
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data)) navigate("/begeleiding");
  }, [fetcher.state, fetcher.data, navigate]);
  return (
    <div>
      <Button kind="quiet" onClick={() => setAsking(true)} className="-ms-5">
        {t("visit.cancel")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("visit.cancel")}
        actions={
          <fetcher.Form method="post" action={`/begeleiding/bezoeken/${visitId}/afzegging`} className="flex gap-2">
            <SubmitButton kind="danger" busy={fetcher.state !== "idle"}>
              {t("visit.cancel")}
            </SubmitButton>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t("visit.keep")}
            </Button>
          </fetcher.Form>
        }
      >
        <div className="grid gap-3">
          <p>{t("visit.cancelSure")}</p>
          <Refused sentence={sentence} />
        </div>
      </Dialog>
    </div>
  );
}
