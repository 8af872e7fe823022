import { json, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProjectFields, useProjectLabels } from "#app/features/admin/project-fields.tsx";
import { preferencesOf } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { listOrganisations } from "#server/organisations/index.ts";
import { addProject, listProgrammes } from "#server/projects/index.ts";
import { listStrands } from "#server/toolkit/index.ts";

export const handle = {
  namespaces: ["admin", "cycles"],
  title: (t) => t("admin:project.new"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, request }) => {
  const programmes = await listProgrammes(ctx);
  const [{ organisations }, { strands }] = await Promise.all([
    listOrganisations(ctx, ""),
    listStrands(ctx, {}, preferencesOf(request).language),
  ]);
  return json({
    programmes: programmes.map(({ id, name }) => ({ id, name })),
    applicants: organisations.map(({ id, name, municipality }) => ({ id, name, municipality })),
    strands: strands.map(({ id, name, toolkit }) => ({ id, name, toolkit })),
  });
});

export const action = actionOf(async ({ ctx, input }) => {
  const { projectId } = await addProject(ctx, input);
  return redirect(`/projecten/${projectId}`, 303);
});

export default function NewProject() {
  const { t } = useTranslation("admin");
  const labels = useProjectLabels();
  const choices = useLoaderData<typeof loader>();
  const { sentence, errors, typed } = useRefusal(useActionData<typeof action>());
  return (
    <>
      <PageHeader title={t("project.new")} crumbs={[{ label: t("title"), to: "/beheer" }]} />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <FormErrorSummary errors={errors} labels={labels} general={sentence} />
        <ProjectFields {...choices} errors={errors} typed={typed} />
        <div>
          <SubmitButton>{t("project.save")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
