import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type InvitationWords, useInvitationWords } from "./invitation-words.tsx";

type Over = InvitationWords & { state: "open" | "used" | "revoked" | "expired" };

/** An invitation that can no longer be accepted: why, and whom to ask. */
export function InvitationOver({ invitation }: { invitation: Over }) {
  const { t } = useTranslation("people");
  const { inviter } = useInvitationWords(invitation);
  const state = invitation.state === "open" ? "expired" : invitation.state;
  return (
    <>
      <PageHeader title={t(`invitation.${state}`)} lead={t(`invitation.${state}Text`, { inviter })} />
      <LinkButton to="/aanmelden">{t("invitation.toSignIn")}</LinkButton>
    </>
  );
}
