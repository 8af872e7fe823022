import { json, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PasswordField } from "#app/features/people/password-field.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { forgetCookie, isResetLinkOpen, resetPassword } from "#server/people/index.ts";

export const handle = {
  namespaces: ["people"],
  title: (t, data) => t(data?.open === false ? "people:reset.over" : "people:reset.title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, params }) => {
  const open = await isResetLinkOpen(ctx, params.token);
  return json({ open }, { status: open ? 200 : 410 });
});

export const action = actionOf(async ({ ctx, params, input }) => {
  await resetPassword(ctx, { ...input, token: params.token }, ctx);
  // Every session of this person has ended; whichever this browser had is put away with them.
  return redirectDocument("/aanmelden?gewijzigd", { status: 303, headers: { "Set-Cookie": forgetCookie(ctx) } });
});

export default function PasswordReset() {
  const { t } = useTranslation("people");
  const { open } = useLoaderData<typeof loader>();
  const { sentence, errors } = useRefusal(useActionData<typeof action>());
  if (!open) {
    return (
      <>
        <PageHeader title={t("reset.over")} lead={t("reset.overText")} />
        <LinkButton to="/wachtwoord-vergeten">{t("reset.again")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("reset.title")} lead={t("reset.lead")} />
      <Form method="post" className="flex flex-col items-start gap-5">
        <FormErrorSummary errors={errors} labels={{ password: t("reset.password") }} general={sentence} />
        <PasswordField
          label={t("reset.password")}
          name="password"
          autoComplete="new-password"
          hint={t("password.hint")}
          error={errors.password}
        />
        <SubmitButton>{t("reset.submit")}</SubmitButton>
      </Form>
    </>
  );
}
