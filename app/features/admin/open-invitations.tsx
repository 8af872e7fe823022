import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { openInvitations } from "#server/invitations/index.ts";
import { Refused } from "./refused.tsx";
import { useStayingForm } from "./use-staying-form.ts";

type Invitation = SerializeFrom<Awaited<ReturnType<typeof openInvitations>>>[number];

/** Who is invited and has not come yet. */
export function OpenInvitations({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useTranslation("admin");
  if (invitations.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("invite.open")}</h3>
      <ul className="grid divide-y divide-line border-y border-line">
        {invitations.map((invitation) => (
          <OpenInvitation key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </div>
  );
}

function OpenInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("admin");
  const { date } = useFormat();
  const { Form, form, busy, sentence } = useStayingForm();
  const { id, email, team, teamRole, expiresAt } = invitation;
  const role = team && teamRole ? `${team}, ${t(`team.role.${teamRole}`)}` : t(`function.${invitation.function}`);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="break-words">{email}</p>
        <p className="text-small text-ink-soft">
          {role} · {t("invite.until", { date: date(expiresAt) })}
        </p>
        <Refused sentence={sentence} />
      </div>
      <Form ref={form} method="post" action={`/uitnodigingen/${id}/intrekking`}>
        <SubmitButton kind="quiet" size="small" busy={busy} aria-label={`${t("invite.revoke")}: ${email}`}>
          {t("invite.revoke")}
        </SubmitButton>
      </Form>
    </li>
  );
}
