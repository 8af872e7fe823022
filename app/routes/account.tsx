import { json, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LeaveForm } from "#app/features/people/leave-form.tsx";
import { RoleList } from "#app/features/people/role-list.tsx";
import { preferenceCookie } from "#app/frame/preferences.ts";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { languageFrom, languages } from "#app/i18n/languages.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { changeProfile, readAccount } from "#server/people/index.ts";

export const handle = {
  namespaces: ["people"],
  title: (t) => t("people:account.title"),
} satisfies RouteHandle<typeof loader>;

export const loader = loaderOf(async ({ ctx, url }) =>
  json({ ...(await readAccount(ctx)), saved: url.searchParams.has("bewaard") }),
);

export const action = actionOf(async ({ ctx, request, input }) => {
  await changeProfile(ctx, input);
  // As a new document, because the words of every screen may be in another language now.
  const cookie = preferenceCookie(request, "language", languageFrom(input.language));
  return redirectDocument("/account?bewaard", { status: 303, headers: { "Set-Cookie": cookie } });
});

const heading = "mb-5 font-serif text-title-3 font-semibold";

export default function Account() {
  const { t } = useTranslation(["people", "common"]);
  const { person, roles, saved } = useLoaderData<typeof loader>();
  const { sentence, errors, typed } = useRefusal(useActionData<typeof action>());
  const languageNames = languages.map((value) => ({ value, label: t(`common:frame.languageName.${value}`) }));
  return (
    <>
      <PageHeader title={t("account.title")} lead={t("account.lead")} />
      <div className="flex flex-col gap-12">
        <section aria-labelledby="profile">
          <h2 id="profile" className={heading}>
            {t("account.profile")}
          </h2>
          <Form method="post" className="flex flex-col items-start gap-5">
            {saved && !sentence && Object.keys(errors).length === 0 ? (
              <Notice kind="ok" title={t("account.saved")} announced />
            ) : null}
            <FormErrorSummary
              errors={errors}
              labels={{ name: t("account.name"), language: t("account.language") }}
              general={sentence}
            />
            <TextField
              label={t("account.name")}
              name="name"
              autoComplete="name"
              defaultValue={typed.name ?? person.name}
              error={errors.name}
              required
              fieldClassName="w-full"
            />
            <Select
              label={t("account.language")}
              name="language"
              hint={t("account.languageHint")}
              options={languageNames}
              defaultValue={typed.language ?? person.language}
              error={errors.language}
              fieldClassName="w-full"
            />
            <div className="max-w-form">
              <p className="font-medium">{t("account.email")}</p>
              <p className="break-words">{person.email}</p>
              <p className="text-small text-ink-soft">{t("account.emailHint")}</p>
            </div>
            <SubmitButton>{t("account.save")}</SubmitButton>
          </Form>
        </section>
        <section aria-labelledby="roles">
          <h2 id="roles" className={heading}>
            {t("account.roles")}
          </h2>
          <RoleList roles={roles} />
        </section>
        <section aria-labelledby="safety">
          <h2 id="safety" className={heading}>
            {t("account.safety")}
          </h2>
          <div className="flex max-w-measure flex-col items-start gap-8">
            <div className="flex flex-col items-start gap-3">
              <p className="text-ink-soft">{t("account.changePasswordText")}</p>
              <LinkButton kind="secondary" to="/account/wachtwoord">
                {t("account.changePassword")}
              </LinkButton>
            </div>
            <LeaveForm action="/account/overal-afmelden" className="flex flex-col items-start gap-3">
              <p className="text-ink-soft">{t("account.everywhereText")}</p>
              <Button type="submit" kind="secondary">
                {t("account.everywhere")}
              </Button>
            </LeaveForm>
          </div>
        </section>
      </div>
    </>
  );
}
