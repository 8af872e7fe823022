import { json, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationFields, useOrganisationLabels } from "#app/features/admin/organisation-fields.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioCards } from "#app/ui/radio-cards.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ORGANISATION_KINDS, type OrganisationKind } from "#domain/people/words.ts";
import { addOrganisation } from "#server/organisations/index.ts";
import { permitOnPlatform } from "#server/platform/index.ts";

export const handle = {
  namespaces: ["admin"],
  title: (t) => t("admin:organisation.new"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx }) => {
  await permitOnPlatform(ctx, "manage");
  return json({});
});

export const action = actionOf(async ({ ctx, input }) => {
  const { organisationId } = await addOrganisation(ctx, input);
  return redirect(`/beheer/scholen/${organisationId}`, 303);
});

export default function NewOrganisation() {
  const { t } = useTranslation("admin");
  const labels = useOrganisationLabels();
  const { sentence, errors, typed } = useRefusal(useActionData<typeof action>());
  const [kind, choose] = useState(typed.kind ?? "school");
  return (
    <>
      <PageHeader title={t("organisation.new")} crumbs={[{ label: t("title"), to: "/beheer" }]} />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <FormErrorSummary errors={errors} labels={labels} general={sentence} />
        <RadioCards
          legend={t("organisation.kind")}
          name="kind"
          options={ORGANISATION_KINDS.map((one) => ({ value: one, label: t(`organisations.kind.${one}`) }))}
          value={kind}
          onChange={choose}
          error={errors.kind}
        />
        <OrganisationFields
          kind={kind as OrganisationKind}
          values={{ ...typed, levels: typed.levels ? [typed.levels] : [] }}
          errors={errors}
        />
        <div>
          <SubmitButton>{t("organisation.add")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
