export { addPerson, type NewPerson } from "./add-person.ts";
export { changePassword } from "./change-password.ts";
export { changeProfile, PERSON_NAME_LIMIT, personName } from "./change-profile.ts";
export { disablePerson } from "./disable-person.ts";
export { enablePerson } from "./enable-person.ts";
export { listUnplacedPeople } from "./list-unplaced-people.ts";
export { askPasswordReset, isResetLinkOpen, resetPassword } from "./password-reset.ts";
export { PASSWORD_LENGTH, refusePassword } from "./password-rule.ts";
export { hashPassword } from "./passwords.ts";
export { readAccount } from "./read-account.ts";
export {
  endAllSessions,
  forgetCookie,
  liveAuthentication,
  type OpenSession,
  readSession,
  startSession,
} from "./sessions.ts";
export { signIn, type Visit } from "./sign-in.ts";
export { signOut, signOutEverywhere } from "./sign-out.ts";
export { tidySignIns } from "./tidy-sign-ins.ts";
