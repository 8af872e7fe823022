import { json } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { actionOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { askPasswordReset } from "#server/people/index.ts";

export const handle = {
  namespaces: ["people"],
  title: (t) => t("people:forgotten.title"),
} satisfies RouteHandle;

export const action = actionOf(async ({ ctx, input }) => {
  await askPasswordReset(ctx, input, ctx);
  return json({ sentTo: String(input.email).trim() });
});

export default function PasswordForgotten() {
  const { t } = useTranslation("people");
  const data = useActionData<typeof action>();
  const { sentence, errors, typed } = useRefusal(data);
  const sentTo = data && !isRefusal(data) ? data.sentTo : null;
  return (
    <>
      <PageHeader title={t("forgotten.title")} lead={t("forgotten.lead")} />
      <div className="flex flex-col gap-6">
        {sentTo ? (
          <Notice kind="ok" title={t("forgotten.sent")} announced className="max-w-form">
            {t("forgotten.sentText", { email: sentTo })}
          </Notice>
        ) : (
          <Form method="post" className="flex flex-col items-start gap-5">
            <FormErrorSummary errors={errors} labels={{ email: t("signIn.email") }} general={sentence} />
            <TextField
              label={t("signIn.email")}
              name="email"
              type="email"
              autoComplete="username"
              defaultValue={typed.email}
              error={errors.email}
              required
              fieldClassName="w-full"
            />
            <SubmitButton>{t("forgotten.submit")}</SubmitButton>
          </Form>
        )}
        <p>
          <TextLink to="/aanmelden">{t("forgotten.back")}</TextLink>
        </p>
      </div>
    </>
  );
}
