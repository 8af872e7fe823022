import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/i18n/languages.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { type InvitationWords, useInvitationWords } from "./invitation-words.tsx";
import { LeaveForm } from "./leave-form.tsx";
import { PasswordField } from "./password-field.tsx";

type Step = "choose-password" | "sign-in" | "confirm" | "sign-out";

interface InvitationStepProps {
  invitation: InvitationWords & { email: string; expiresAt: string };
  step: Step;
  /** The name of who is signed in. */
  me: string | null;
  /** What the action answered. */
  refused: unknown;
}

/** An open invitation: what it says, and the one thing to do. */
export function InvitationStep({ invitation, step, me, refused }: InvitationStepProps) {
  const { t } = useTranslation("people");
  const { date } = useFormat();
  const { sentence, role } = useInvitationWords(invitation);
  const { email, expiresAt } = invitation;
  const { pathname } = useLocation();
  const name = me ?? "";
  const steps: Record<Step, ReactNode> = {
    "choose-password": <NewAccount refused={refused} email={email} />,
    "sign-in": (
      <Notice
        title={t("invitation.signIn")}
        action={<LinkButton to={signInPath(pathname)}>{t("signIn.submit")}</LinkButton>}
      >
        {t("invitation.signInText", { email })}
      </Notice>
    ),
    confirm: <Confirm refused={refused} name={name} />,
    "sign-out": (
      <Notice
        kind="warn"
        title={t("invitation.otherPerson")}
        action={
          <LeaveForm action="/afmelden">
            <Button type="submit" kind="secondary">
              {t("invitation.signOut")}
            </Button>
          </LeaveForm>
        }
      >
        {t("invitation.otherPersonText", { name, email })}
      </Notice>
    ),
  };
  return (
    <>
      <PageHeader
        title={t("invitation.title")}
        lead={`${sentence} ${t("invitation.role", { role })}`}
        facts={<p>{t("invitation.for", { email, date: date(expiresAt) })}</p>}
      />
      {steps[step]}
    </>
  );
}

const signInPath = (pathname: string) => `/aanmelden?terug=${encodeURIComponent(pathname)}`;

function Confirm({ refused, name }: { refused: unknown; name: string }) {
  const { t } = useTranslation("people");
  const { sentence, errors } = useRefusal(refused);
  return (
    <Form method="post" className="flex flex-col items-start gap-5">
      <FormErrorSummary errors={errors} labels={{}} general={sentence} />
      <p>{t("invitation.confirmAs", { name })}</p>
      <SubmitButton>{t("invitation.accept")}</SubmitButton>
    </Form>
  );
}

function NewAccount({ refused, email }: { refused: unknown; email: string }) {
  const { t, i18n } = useTranslation(["people", "common"]);
  const { sentence, errors, typed } = useRefusal(refused);
  const languageNames = languages.map((value) => ({ value, label: t(`common:frame.languageName.${value}`) }));
  return (
    <Form method="post" className="flex flex-col items-start gap-5">
      <FormErrorSummary
        errors={errors}
        labels={{ name: t("invitation.name"), password: t("invitation.password"), language: t("invitation.language") }}
        general={sentence}
      />
      {/* Password managers keep a password with the name they find in the form. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <TextField
        label={t("invitation.name")}
        name="name"
        hint={t("invitation.nameHint")}
        autoComplete="name"
        defaultValue={typed.name}
        error={errors.name}
        required
        fieldClassName="w-full"
      />
      <PasswordField
        label={t("invitation.password")}
        name="password"
        autoComplete="new-password"
        hint={t("password.hint")}
        error={errors.password}
      />
      <Select
        label={t("invitation.language")}
        name="language"
        options={languageNames}
        defaultValue={typed.language ?? i18n.language}
        error={errors.language}
        fieldClassName="w-full"
      />
      <SubmitButton>{t("invitation.join")}</SubmitButton>
    </Form>
  );
}
