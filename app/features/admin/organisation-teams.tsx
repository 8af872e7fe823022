import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Organisation } from "./organisation-screen.ts";
import { Part } from "./part.tsx";
import { Refused } from "./refused.tsx";
import { useStayingForm } from "./use-staying-form.ts";

/** The teams of a school, and a line to add one. */
export function OrganisationTeams({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation("admin");
  const { Form, form, busy, sentence, errors } = useStayingForm();
  return (
    <Part id="teams" title={t("teams.title")}>
      {organisation.teams.length === 0 ? <p className="text-ink-soft">{t("teams.none")}</p> : null}
      <ul className="grid gap-2">
        {organisation.teams.map((team) => (
          <li key={team.id}>
            <TextLink to={`/teams/${team.id}`}>{team.name}</TextLink>
          </li>
        ))}
      </ul>
      <Form
        ref={form}
        method="post"
        action={`/beheer/scholen/${organisation.id}/teams`}
        noValidate
        className="grid max-w-form gap-3"
      >
        <TextField label={t("teams.name")} name="name" id="team-name" autoComplete="off" error={errors.name} />
        <Refused sentence={sentence} />
        <div>
          <SubmitButton kind="secondary" busy={busy}>
            {t("teams.add")}
          </SubmitButton>
        </div>
      </Form>
    </Part>
  );
}
