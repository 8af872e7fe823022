import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { InviteForm } from "#app/features/admin/invite-form.tsx";
import { type Invitation, OpenInvitations } from "#app/features/admin/open-invitations.tsx";
import { Part } from "#app/features/admin/part.tsx";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { PROJECT_ROLES } from "#domain/people/words.ts";
import type { ProjectView } from "#server/overview/index.ts";
import type { ProjectChoices } from "#server/projects/index.ts";
import { FindChoice } from "./find-choice.tsx";
import { Removable } from "./removable.tsx";

interface ManageProjectProps {
  view: SerializeFrom<ProjectView>;
  choices: SerializeFrom<ProjectChoices>;
  invitations: readonly Invitation[];
}

/** Who carries the project and which teams take part, for who manages it. */
export function ManageProject({ view, choices, invitations }: ManageProjectProps) {
  return (
    <div className="no-print grid gap-x-16 gap-y-12 border-t border-line pt-10 lg:grid-cols-2">
      <People view={view} choices={choices} invitations={invitations} />
      <Teams view={view} choices={choices} />
    </div>
  );
}

function People({ view, choices: { people, teams }, invitations }: ManageProjectProps) {
  const { t } = useTranslation("admin");
  const { Form, form, busy, sentence, errors } = useStayingForm();
  const address = `/projecten/${view.id}/mensen`;
  const roles = PROJECT_ROLES.map((role) => ({ value: role, label: t(`project.roleName.${role}`) }));
  return (
    <Part id="manage-people" title={t("project.managePeople")}>
      <ul className="grid divide-y divide-line">
        {view.people.map(({ id, name, role }) => (
          <Removable
            key={`${id}-${role}`}
            name={name}
            detail={t(`project.roleName.${role}`)}
            action={`${address}/weg`}
            fields={{ personId: id, role }}
            verb={t("project.remove")}
            title={t("project.removePersonTitle", { name })}
            text={t(`project.removePersonText.${role}`, { name })}
          />
        ))}
      </ul>
      <FindChoice label={t("project.findPerson")} name="mens" choice={people} others={{ team: teams.search }} />
      <Form ref={form} method="post" action={address} noValidate className="grid max-w-form gap-4">
        <Select
          label={t("project.person")}
          name="personId"
          id="project-person"
          placeholder={t("project.choose")}
          options={people.found.map(({ id, name, organisations }) => ({
            value: id,
            label: organisations ? `${name} (${organisations})` : name,
          }))}
          error={errors.personId}
        />
        <Select
          label={t("project.role")}
          name="role"
          id="project-role"
          options={roles}
          defaultValue="coach"
          error={errors.role}
        />
        <Refused sentence={sentence} />
        <div>
          <SubmitButton kind="secondary" busy={busy}>
            {t("project.addPerson")}
          </SubmitButton>
        </div>
      </Form>
      <Disclosure summary={t("project.inviteTitle")}>
        <InviteForm
          to={{ projectId: view.id }}
          role={{ name: "projectRole", label: t("project.role"), options: roles, first: "coach" }}
        />
      </Disclosure>
      <OpenInvitations invitations={invitations} here />
    </Part>
  );
}

function Teams({ view, choices: { people, teams } }: Omit<ManageProjectProps, "invitations">) {
  const { t } = useTranslation("admin");
  const { Form, form, busy, sentence, errors } = useStayingForm();
  const address = `/projecten/${view.id}/teams`;
  const taking = new Set(view.teams.map(({ teamId }) => teamId));
  return (
    <Part id="manage-teams" title={t("project.manageTeams")}>
      <ul className="grid divide-y divide-line">
        {view.teams.map(({ teamId, name, school }) => (
          <Removable
            key={teamId}
            name={name}
            detail={school}
            action={`${address}/weg`}
            fields={{ teamId }}
            verb={t("project.remove")}
            title={t("project.removeTeamTitle", { name })}
            text={t("project.removeTeamText", { name })}
          />
        ))}
      </ul>
      <FindChoice label={t("project.findTeam")} name="team" choice={teams} others={{ mens: people.search }} />
      <Form ref={form} method="post" action={address} noValidate className="grid max-w-form gap-4">
        <Select
          label={t("project.team")}
          name="teamId"
          id="project-team"
          placeholder={t("project.choose")}
          options={teams.found
            .filter(({ id }) => !taking.has(id))
            .map(({ id, name, school }) => ({ value: id, label: `${school}: ${name}` }))}
          error={errors.teamId}
        />
        <Refused sentence={sentence} />
        <div>
          <SubmitButton kind="secondary" busy={busy}>
            {t("project.addTeam")}
          </SubmitButton>
        </div>
      </Form>
    </Part>
  );
}
