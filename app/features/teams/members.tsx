import { useTranslation } from "react-i18next";
import { Confirm } from "#app/features/admin/confirm.tsx";
import { Part } from "#app/features/admin/part.tsx";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Select } from "#app/ui/select.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TEAM_ROLES } from "#domain/people/words.ts";
import type { Team } from "./team-screen.ts";

/** Who is in the team; whoever may manage it changes roles and takes people out here. */
export function Members({ team }: { team: Team }) {
  const { t } = useTranslation("admin");
  return (
    <Part id="members" title={t("team.members")}>
      {team.members.length === 0 ? <p className="text-ink-soft">{t("team.noMembers")}</p> : null}
      <ul className="grid divide-y divide-line">
        {team.members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="flex min-w-0 grow basis-44 items-center gap-4">
              <Avatar id={member.id} name={member.name} named={false} />
              <div className="min-w-0">
                <p className="font-medium">{member.name}</p>
                {team.can.manageMembers ? null : (
                  <p className="text-small text-ink-soft">{t(`team.role.${member.role}`)}</p>
                )}
              </div>
            </div>
            {team.can.manageMembers ? (
              <div className="flex flex-wrap items-center gap-x-1 gap-y-1">
                <ChangeRole teamId={team.id} member={member} />
                <Confirm
                  action={`/teams/${team.id}/leden/weg`}
                  name={member.name}
                  fields={{ personId: member.id }}
                  verb={t("team.remove")}
                  title={t("team.removeTitle", { name: member.name })}
                  text={t("team.removeText", { name: member.name })}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function ChangeRole({ teamId, member }: { teamId: string; member: Team["members"][number] }) {
  const { t } = useTranslation("admin");
  const { Form, busy, sentence, errors } = useStayingForm(t("team.roleSaved", { name: member.name }));
  return (
    <Form method="post" action={`/teams/${teamId}/leden/rol`} className="grid gap-1">
      <input type="hidden" name="personId" value={member.id} />
      <div className="flex items-center gap-1">
        <Select
          // Anew when a colleague changed the role meanwhile: the list must not keep the old choice.
          key={member.role}
          label={t("team.roleLabel", { name: member.name })}
          labelHidden
          name="role"
          id={`role-${member.id}`}
          options={TEAM_ROLES.map((role) => ({ value: role, label: t(`team.role.${role}`) }))}
          defaultValue={member.role}
          fieldClassName="w-36"
        />
        <SubmitButton kind="quiet" size="small" busy={busy} aria-label={`${t("team.changeRole")}: ${member.name}`}>
          {t("team.changeRole")}
        </SubmitButton>
      </div>
      <Refused sentence={sentence ?? errors.role} />
    </Form>
  );
}
