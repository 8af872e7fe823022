import { useTranslation } from "react-i18next";
import type { PersonFunction, ProjectRole, TeamRole } from "#domain/people/words.ts";

export interface Roles {
  organisations: { id: string; name: string; function: PersonFunction }[];
  teams: { id: string; name: string; organisation: string; role: TeamRole }[];
  projects: { id: string; name: string; role: ProjectRole }[];
}

/** What a person is, where, one plain line each. */
export function RoleList({ roles: { organisations, teams, projects } }: { roles: Roles }) {
  const { t } = useTranslation("people");
  const lines = [
    ...organisations.map((one) => ({
      key: `${one.id} ${one.function}`,
      text: t("roleIn.organisation", { role: t(`function.${one.function}`), place: one.name }),
    })),
    ...teams.map((one) => ({
      key: one.id,
      text: t("roleIn.team", { role: t(`teamRole.${one.role}`), team: one.name, place: one.organisation }),
    })),
    ...projects.map((one) => ({
      key: `${one.id} ${one.role}`,
      text: t("roleIn.project", { role: t(`projectRole.${one.role}`), place: one.name }),
    })),
  ];
  if (lines.length === 0) return <p className="measure text-ink-soft">{t("account.rolesEmpty")}</p>;
  return (
    <>
      <ul className="measure flex flex-col gap-2">
        {lines.map(({ key, text }) => (
          <li key={key} className="first-letter:uppercase">
            {text}
          </li>
        ))}
      </ul>
      <p className="measure mt-4 text-small text-ink-soft">{t("account.rolesNote")}</p>
    </>
  );
}
