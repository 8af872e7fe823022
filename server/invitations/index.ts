export { acceptInvitation } from "./accept-invitation.ts";
export { invitationByToken, type Step } from "./invitation-by-token.ts";
export { invite } from "./invite.ts";
export { inviteFirstStaff } from "./invite-first-staff.ts";
export { openInvitations } from "./open-invitations.ts";
export { resendInvitation } from "./resend-invitation.ts";
export { revokeInvitation } from "./revoke-invitation.ts";
