/**
 * Everything that is recorded, in the past tense. The activity list, the audit trail and the briefs are readings of
 * these rows; the message catalogues hold a plain sentence for each (`activity:<type>`).
 */
export const EVENT_TYPES = [
  "organisation.added",
  "organisation.changed",
  "person.invited",
  "person.joined",
  "person.changed",
  "password.changed",
  "password.reset-asked",
  "person.disabled",
  "person.enabled",
  "invitation.revoked",
  "membership.ended",
  "team.added",
  "team.member-added",
  "team.member-role-changed",
  "team.member-removed",
  "programme.added",
  "project.added",
  "project.changed",
  "project.person-added",
  "project.person-removed",
  "project.team-joined",
  "project.team-left",
  "project.documents-audience-chosen",
  "cycle.started",
  "cycle.changed",
  "cycle.moved",
  "cycle.closed",
  "cycle.reopened",
  "cycle.discarded",
  "cycle.restored",
  "cycle.deleted",
  "cycle.strand-linked",
  "cycle.strand-explained",
  "cycle.strand-unlinked",
  "cycle.meeting-planned",
  "cycle.meeting-cancelled",
  "cycle.decision-noted",
  "cycle.decision-struck",
  "cycle.cards-shared",
  "cycle.cards-kept-to-team",
  "document.shared",
  "document.kept-to-team",
  "document.written",
  "document.version-named",
  "document.restored",
  "document.text-removed",
  "document.text-brought-back",
  "document.removal-accepted",
  "card.added",
  "card.changed",
  "card.discarded",
  "card.restored",
  "card.deleted",
  "thread.started",
  "thread.answered",
  "thread.resolved",
  "thread.reopened",
  "visit.planned",
  "visit.held",
  "visit.notes-changed",
  "visit.cancelled",
  "session.started",
  "session.ended",
  "strand.figures-entered",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What an event is about; each is an id. `data` holds what the sentence needs, never the text of a document. */
export interface DomainEvent {
  type: EventType;
  organisationId?: string | null;
  teamId?: string | null;
  projectId?: string | null;
  cycleId?: string | null;
  documentId?: string | null;
  cardId?: string | null;
  data?: Readonly<Record<string, unknown>>;
}
