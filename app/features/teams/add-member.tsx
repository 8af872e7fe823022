import { useTranslation } from "react-i18next";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TEAM_ROLES } from "#domain/people/words.ts";
import type { Team } from "./team-screen.ts";

/** Adds somebody who is at the school already. */
export function AddMember({ team }: { team: Team }) {
  const { t } = useTranslation("admin");
  const { Form, form, busy, sentence, errors } = useStayingForm();
  if (team.addable.length === 0) return <p className="text-small text-ink-soft">{t("team.nobodyLeft")}</p>;
  return (
    <Form ref={form} method="post" action={`/teams/${team.id}/leden`} noValidate className="grid max-w-form gap-4">
      <Select
        label={t("team.person")}
        name="personId"
        id="add-person"
        placeholder={t("team.choose")}
        options={team.addable.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.personId}
      />
      <Select
        label={t("invite.teamRole")}
        name="role"
        id="add-role"
        options={TEAM_ROLES.map((role) => ({ value: role, label: t(`team.role.${role}`) }))}
        defaultValue="member"
        error={errors.role}
      />
      <Refused sentence={sentence} />
      <div>
        <SubmitButton kind="secondary" busy={busy}>
          {t("team.add")}
        </SubmitButton>
      </div>
    </Form>
  );
}
