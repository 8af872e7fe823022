import { useTranslation } from "react-i18next";
import type { PersonFunction, ProjectRole, TeamRole } from "#domain/people/words.ts";

export interface InvitationWords {
  organisation: string;
  team: string | null;
  project: string | null;
  inviter: string | null;
  function: PersonFunction;
  teamRole: TeamRole | null;
  projectRole: ProjectRole | null;
}

/** Who invites to what, as a sentence, and what one would be there. */
export function useInvitationWords(invitation: InvitationWords) {
  const { t } = useTranslation("people");
  const { organisation, team, project, teamRole, projectRole } = invitation;
  const inviter = invitation.inviter ?? t("invitation.someone");
  if (team && teamRole) {
    return {
      inviter,
      sentence: t("invitation.toTeam", { inviter, team, organisation }),
      role: t(`teamRole.${teamRole}`),
    };
  }
  if (project && projectRole) {
    return {
      inviter,
      sentence: t("invitation.toProject", { inviter, project }),
      role: t(`projectRole.${projectRole}`),
    };
  }
  const role = t(`function.${invitation.function}`);
  return { inviter, sentence: t("invitation.toOrganisation", { inviter, organisation }), role };
}
