import { json, redirect, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DemoPeople } from "#app/features/people/demo-people.tsx";
import { PasswordField } from "#app/features/people/password-field.tsx";
import { preferenceCookie } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { safeReturnPath } from "#server/http/safe-return-path.ts";
import { signIn } from "#server/people/index.ts";

export const handle = {
  namespaces: ["people"],
  title: (t) => t("people:signIn.title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, url }) => {
  const wish = url.searchParams.get("terug");
  if (ctx.session) throw redirect(safeReturnPath(wish));
  const after = ["afgemeld", "gewijzigd"].find((word) => url.searchParams.has(word)) ?? null;
  return json({ returns: safeReturnPath(wish) !== "/", after, demo: ctx.demo ?? [] });
});

export const action = actionOf(async ({ ctx, request, url, input }) => {
  const { cookie, language } = await signIn(ctx, input, ctx);
  const headers = new Headers({ "Set-Cookie": cookie });
  // On a new device the screens speak the person's language; a choice made on this device stays.
  const chosen = /(^|;\s*)language=/.test(request.headers.get("Cookie") ?? "");
  if (!chosen) headers.append("Set-Cookie", preferenceCookie(request, "language", language));
  // As a new document: nothing that this tab held for somebody else lives on.
  return redirectDocument(safeReturnPath(url.searchParams.get("terug")), { status: 303, headers });
});

export default function SignIn() {
  const { t } = useTranslation("people");
  const { returns, after, demo } = useLoaderData<typeof loader>();
  const { sentence, errors, typed } = useRefusal(useActionData<typeof action>());
  return (
    <>
      <PageHeader title={t("signIn.title")} lead={t(returns ? "signIn.leadReturn" : "signIn.lead")} />
      <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          {after === "afgemeld" ? (
            <Notice kind="ok" title={t("signIn.signedOut")} className="max-w-form">
              {t("signIn.signedOutText")}
            </Notice>
          ) : null}
          {after === "gewijzigd" ? (
            <Notice kind="ok" title={t("signIn.passwordChanged")} className="max-w-form">
              {t("signIn.passwordChangedText")}
            </Notice>
          ) : null}
          <Form method="post" className="flex flex-col gap-5">
            <FormErrorSummary
              errors={errors}
              labels={{ email: t("signIn.email"), password: t("signIn.password") }}
              general={sentence}
            />
            <TextField
              label={t("signIn.email")}
              name="email"
              type="email"
              autoComplete="username"
              defaultValue={typed.email}
              error={errors.email}
              required
            />
            <PasswordField
              label={t("signIn.password")}
              name="password"
              autoComplete="current-password"
              error={errors.password}
            />
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <SubmitButton>{t("signIn.submit")}</SubmitButton>
              <TextLink to="/wachtwoord-vergeten">{t("signIn.forgotten")}</TextLink>
            </div>
          </Form>
          <p className="max-w-form text-small text-ink-soft">{t("signIn.noAccount")}</p>
        </div>
        {demo.length > 0 ? <DemoPeople people={demo} /> : null}
      </div>
    </>
  );
}
