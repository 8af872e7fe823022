import type { MailCatalogue } from "./mails.ts";

const once =
  "The link works once, for {days} days. Were you not expecting this e-mail? Then there is nothing you need to do.";

export const en: MailCatalogue = {
  mails: {
    "invitation-to-organisation": {
      subject: "{inviter} invites you to {organisation} on Leerlus",
      before: [
        "Hello,",
        "{inviter} invites you to work with {organisation} on Leerlus. Your role there: {role}.",
        "On Leerlus a school team works together on one question from practice: find the need, consult sources, try it out and look back.",
      ],
      button: "See the invitation",
      after: [once],
    },
    "invitation-to-team": {
      subject: "{inviter} invites you to the team {team}",
      before: [
        "Hello,",
        "{inviter} invites you to the team {team} of {organisation}. Your role there: {role}.",
        "On Leerlus a school team works together on one question from practice: find the need, consult sources, try it out and look back.",
      ],
      button: "See the invitation",
      after: [once],
    },
    "invitation-to-project": {
      subject: "{inviter} invites you to the project {project}",
      before: [
        "Hello,",
        "{inviter} invites you to the project {project} on Leerlus. Your role there: {role}.",
        "On Leerlus school teams work on their question from practice, and you follow what they share with you.",
      ],
      button: "See the invitation",
      after: [once],
    },
    "password-reset": {
      subject: "Choosing a new password for Leerlus",
      before: ["Hello {name},", "You asked to choose a new password for Leerlus. You can do so with this button."],
      button: "Choose a new password",
      after: [
        "The link works once, for {minutes} minutes. Afterwards you will have to sign in again everywhere.",
        "Did you not ask for this? Then there is nothing you need to do: your password stays as it is.",
      ],
    },
  },
  footer:
    "You receive this e-mail because somebody entered your address on {site}. Nobody reads replies to this address.",
  orCopy: "Or copy this address into your browser:",
  function: {
    teacher: "teacher",
    "care-coordinator": "care coordinator",
    principal: "principal",
    coach: "coach",
    administrator: "administrator",
    staff: "knowledge-centre staff",
    reviewer: "commission member",
  },
  teamRole: { lead: "team lead", member: "team member", reader: "reader" },
  projectRole: { lead: "project lead", coach: "coach" },
  someone: "The Leerlus team",
};
