import { json, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { planVisit } from "#server/coaching/index.ts";
import { viewCoaching } from "#server/overview/index.ts";

export const handle = {
  namespaces: ["coaching"],
  title: (t) => t("coaching:visit.new"),
} satisfies RouteHandle<typeof loader>;

/** One choice per team and cycle, because a visit is mostly about what the team is working at. */
export const loader = loaderOf(async ({ ctx }) => {
  const { teams } = await viewCoaching(ctx);
  const choices = teams.flatMap((team) => {
    const name = `${team.school}, ${team.name}`;
    const of = (cycleId: string) => [team.projectId, team.teamId, cycleId].join("/");
    if (team.cycles.length === 0) return [{ value: of(""), label: name }];
    return team.cycles.map((cycle) => ({ value: of(cycle.id), label: `${name}: ${cycle.title}` }));
  });
  return json({ choices });
});

export const action = actionOf(async ({ ctx, input }) => {
  const [projectId, teamId, cycleId] = String(input.team ?? "").split("/");
  const { visitId } = await planVisit(ctx, { ...input, projectId, teamId, cycleId: cycleId ?? "" });
  return redirect(`/begeleiding/bezoeken/${visitId}`, 303);
});

export default function NewVisit() {
  const { t } = useTranslation("coaching");
  const { choices } = useLoaderData<typeof loader>();
  const { sentence, errors: refused } = useRefusal(useActionData<typeof action>());
  // What is one choice on the screen is three fields to the server.
  const { teamId, projectId, cycleId, ...rest } = refused;
  const errors: typeof refused = { team: teamId ?? projectId ?? cycleId, ...rest };
  const labels = { team: t("visit.team"), startsAt: t("visit.startsAt"), purpose: t("visit.purpose") };
  return (
    <>
      <PageHeader
        title={t("visit.new")}
        lead={t("visit.newLead")}
        crumbs={[{ label: t("title"), to: "/begeleiding" }]}
      />
      <Form method="post" className="grid max-w-form gap-6" noValidate>
        <FormErrorSummary errors={errors} labels={labels} general={sentence} />
        <Select
          label={t("visit.team")}
          name="team"
          options={choices}
          placeholder={t("visit.choose")}
          error={errors.team}
        />
        <TextField label={t("visit.startsAt")} name="startsAt" type="datetime-local" error={errors.startsAt} />
        <TextArea
          label={t("visit.purpose")}
          hint={t("visit.purposeHint")}
          name="purpose"
          rows={2}
          limit={400}
          error={errors.purpose}
        />
        <div>
          <SubmitButton>{t("visit.save")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
