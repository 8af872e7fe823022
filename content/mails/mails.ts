import type { PersonFunction, ProjectRole, TeamRole } from "#domain/people/words.ts";

/** What each mail needs to be written; `link` is the one thing to press. */
export interface MailParams {
  "invitation-to-organisation": { inviter: string; organisation: string; role: string; days: number; link: string };
  "invitation-to-team": {
    inviter: string;
    organisation: string;
    team: string;
    role: string;
    days: number;
    link: string;
  };
  "invitation-to-project": { inviter: string; project: string; role: string; days: number; link: string };
  "password-reset": { name: string; minutes: number; link: string };
}

export type MailTemplate = keyof MailParams;

/** `{name}` stands for a parameter. Text before the button, its words, text after it. */
export interface MailWords {
  subject: string;
  before: readonly string[];
  button: string;
  after: readonly string[];
}

export interface MailCatalogue {
  mails: Record<MailTemplate, MailWords>;
  /** Under every mail. */
  footer: string;
  /** Introduces the bare address of the button, for who cannot press it. */
  orCopy: string;
  function: Record<PersonFunction, string>;
  teamRole: Record<TeamRole, string>;
  projectRole: Record<ProjectRole, string>;
  /** Stands for an inviter who is no person: whoever set this installation up. */
  someone: string;
}
