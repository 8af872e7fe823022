import { useTranslation } from "react-i18next";
import { type Option, Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Refused } from "./refused.tsx";
import { useStayingForm } from "./use-staying-form.ts";

interface InviteFormProps {
  /** Where the invitation leads to. */
  to: { organisationId: string } | { teamId: string } | { projectId: string };
  /** What the invited person becomes there. */
  role: { name: "function" | "teamRole" | "projectRole"; label: string; options: readonly Option[]; first: string };
}

/** Invites somebody by address; whether the address has an account already is never said. */
export function InviteForm({ to, role }: InviteFormProps) {
  const { t } = useTranslation("admin");
  const { Form, form, busy, sentence, errors } = useStayingForm(t("invite.sent"));
  return (
    <Form ref={form} method="post" action="/uitnodigingen" noValidate className="grid max-w-form gap-4">
      {Object.entries(to).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="text-small text-ink-soft">{t("invite.lead")}</p>
      <TextField
        label={t("invite.email")}
        name="email"
        id="invite-email"
        type="email"
        inputMode="email"
        autoComplete="off"
        error={errors.email}
      />
      <Select
        label={role.label}
        name={role.name}
        id="invite-role"
        options={role.options}
        defaultValue={role.first}
        error={errors[role.name]}
      />
      <Refused sentence={sentence} />
      <div>
        <SubmitButton kind="secondary" busy={busy}>
          {t("invite.send")}
        </SubmitButton>
      </div>
    </Form>
  );
}
