import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import type { openInvitations } from "#server/invitations/index.ts";
import { Refused } from "./refused.tsx";
import { useStayingForm } from "./use-staying-form.ts";

export type Invitation = SerializeFrom<Awaited<ReturnType<typeof openInvitations>>>[number];

interface OpenInvitationsProps {
  invitations: readonly Invitation[];
  /** All of them lead to the team or project of this page, so its name is said once, at the top. */
  here?: boolean;
}

/** Who is invited and has not come yet. */
export function OpenInvitations({ invitations, here = false }: OpenInvitationsProps) {
  const { t } = useTranslation("admin");
  if (invitations.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("invite.open")}</h3>
      <ul className="grid divide-y divide-line border-y border-line">
        {invitations.map((invitation) => (
          // By its place and not by its id: sent again it is a new invitation, and still the same line to a person.
          <OpenInvitation key={`${invitation.email} ${placeOf(invitation)}`} invitation={invitation} here={here} />
        ))}
      </ul>
    </div>
  );
}

const placeOf = ({ team, project, function: what }: Invitation) => team ?? project ?? what;

function OpenInvitation({ invitation, here }: { invitation: Invitation; here: boolean }) {
  const { t } = useTranslation("admin");
  const { date } = useFormat();
  const resending = useStayingForm(t("invite.resent"));
  const revoking = useStayingForm(t("invite.revoked"));
  const { id, email, expiresAt, over } = invitation;
  return (
    <li ref={useFocusBeyond()} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="break-words">{email}</p>
        <p className="text-small text-ink-soft">
          {useInvitedAs(invitation, here)} · {t(over ? "invite.over" : "invite.until", { date: date(expiresAt) })}
        </p>
        <Refused sentence={resending.sentence ?? revoking.sentence} />
      </div>
      <div className="-mx-3 flex flex-wrap gap-x-1">
        <resending.Form method="post" action={`/uitnodigingen/${id}/opnieuw`}>
          <SubmitButton kind="quiet" size="small" busy={resending.busy} aria-label={`${t("invite.resend")}: ${email}`}>
            {t("invite.resend")}
          </SubmitButton>
        </resending.Form>
        <revoking.Form method="post" action={`/uitnodigingen/${id}/intrekking`}>
          <SubmitButton kind="quiet" size="small" busy={revoking.busy} aria-label={`${t("invite.revoke")}: ${email}`}>
            {t("invite.revoke")}
          </SubmitButton>
        </revoking.Form>
      </div>
    </li>
  );
}

/** What somebody is invited to become, and where. */
function useInvitedAs({ team, teamRole, project, projectRole, function: what }: Invitation, here: boolean): string {
  const { t } = useTranslation("admin");
  const at = (place: string, role: string) => (here ? role : `${place}, ${role}`);
  if (team && teamRole) return at(team, t(`team.role.${teamRole}`));
  if (project && projectRole) return at(project, t(`project.roleName.${projectRole}`));
  return t(`function.${what}`);
}
