import { json, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioCards } from "#app/ui/radio-cards.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { dayOf, schoolYearOf } from "#domain/calendar/brussels.ts";
import { PROJECT_KINDS } from "#domain/projects/words.ts";
import { permitOnPlatform } from "#server/platform/index.ts";
import { addProgramme } from "#server/projects/index.ts";

export const handle = {
  namespaces: ["admin"],
  title: (t) => t("admin:programmes.new"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx }) => {
  await permitOnPlatform(ctx, "manage");
  return json({ schoolYear: String(schoolYearOf(dayOf(ctx.clock()))) });
});

export const action = actionOf(async ({ ctx, input }) => {
  await addProgramme(ctx, input);
  return redirect("/beheer", 303);
});

export default function NewProgramme() {
  const { t } = useTranslation("admin");
  const { schoolYear } = useLoaderData<typeof loader>();
  const { sentence, errors, typed } = useRefusal(useActionData<typeof action>());
  return (
    <>
      <PageHeader title={t("programmes.new")} crumbs={[{ label: t("title"), to: "/beheer" }]} />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <FormErrorSummary
          errors={errors}
          labels={{
            kind: t("programmes.kind"),
            name: t("programmes.name"),
            fromYear: t("programmes.fromYear"),
            toYear: t("programmes.toYear"),
            ceilingEuro: t("programmes.ceiling"),
          }}
          general={sentence}
        />
        <RadioCards
          legend={t("programmes.kind")}
          name="kind"
          columns={2}
          options={PROJECT_KINDS.map((kind) => ({ value: kind, label: t(`programmes.kindName.${kind}`) }))}
          defaultValue={typed.kind ?? PROJECT_KINDS[0]}
          error={errors.kind}
        />
        <TextField
          label={t("programmes.name")}
          name="name"
          defaultValue={typed.name}
          error={errors.name}
          autoComplete="off"
          required
        />
        <TextField
          label={t("programmes.fromYear")}
          name="fromYear"
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed.fromYear ?? schoolYear}
          error={errors.fromYear}
          required
        />
        <TextField
          label={t("programmes.toYear")}
          name="toYear"
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed.toYear ?? schoolYear}
          error={errors.toYear}
          required
        />
        <TextField
          label={t("programmes.ceiling")}
          name="ceilingEuro"
          inputMode="numeric"
          optional
          unit="€"
          defaultValue={typed.ceilingEuro}
          error={errors.ceilingEuro}
        />
        <div>
          <SubmitButton>{t("programmes.save")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
