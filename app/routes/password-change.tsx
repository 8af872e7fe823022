import { json } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PasswordField } from "#app/features/people/password-field.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf, requirePerson } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { changePassword } from "#server/people/index.ts";

export const handle = {
  namespaces: ["people"],
  title: (t) => t("people:changePassword.title"),
} satisfies RouteHandle;

export const loader = loaderOf(async ({ ctx }) => json({ name: requirePerson(ctx).person.name }));

export const action = actionOf(async ({ ctx, input }) => {
  await changePassword(ctx, input, ctx);
  return json({ changed: true });
});

export default function PasswordChange() {
  const { t } = useTranslation("people");
  const data = useActionData<typeof action>();
  const { sentence, errors } = useRefusal(data);
  const crumbs = [{ label: t("changePassword.back"), to: "/account" }];
  if (data && !isRefusal(data)) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={t("changePassword.title")} />
        <Notice
          kind="ok"
          title={t("changePassword.done")}
          announced
          action={<TextLink to="/account">{t("changePassword.back")}</TextLink>}
        >
          {t("changePassword.doneText")}
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHeader crumbs={crumbs} title={t("changePassword.title")} lead={t("changePassword.lead")} />
      <Form method="post" className="flex flex-col items-start gap-5">
        <FormErrorSummary
          errors={errors}
          labels={{ current: t("changePassword.current"), password: t("changePassword.password") }}
          general={sentence}
        />
        <PasswordField
          label={t("changePassword.current")}
          name="current"
          autoComplete="current-password"
          error={errors.current}
        />
        <PasswordField
          label={t("changePassword.password")}
          name="password"
          autoComplete="new-password"
          hint={t("password.hint")}
          error={errors.password}
        />
        <SubmitButton>{t("changePassword.submit")}</SubmitButton>
      </Form>
    </>
  );
}
