import { index, type RouteConfig, route } from "@remix-run/route-config";

// Dutch addresses, English file names. One line per page or verb.
const cycles: RouteConfig = [
  route("start", "routes/start.tsx"),
  route("lussen/nieuw", "routes/new-cycle.tsx"),
  route("lussen/:cycleId", "routes/cycle.tsx", [
    index("routes/cycle.index.ts"),
    route("activiteit", "routes/cycle.activity.tsx"),
    route("over", "routes/cycle.about.tsx"),
    route(":stage", "routes/cycle.stage.tsx"),
  ]),
  route("lussen/:cycleId/verplaatsing", "routes/cycle.move.ts"),
  route("lussen/:cycleId/strands", "routes/cycle.strands.ts"),
  route("lussen/:cycleId/strands/weg", "routes/cycle.strands.removal.ts"),
  route("lussen/:cycleId/strands/waarom", "routes/cycle.strands.why.ts"),
  route("lussen/:cycleId/beslissingen", "routes/cycle.decisions.ts"),
  route("lussen/:cycleId/beslissingen/weg", "routes/cycle.decisions.removal.ts"),
  route("lussen/:cycleId/bijeenkomsten", "routes/cycle.meetings.ts"),
  route("lussen/:cycleId/bijeenkomsten/afzegging", "routes/cycle.meetings.cancellation.ts"),
  route("lussen/:cycleId/kaarten", "routes/cycle.cards.ts"),
  route("lussen/:cycleId/kaarten/:cardId", "routes/cycle.card.ts"),
  route("lussen/:cycleId/kaarten/:cardId/weg", "routes/cycle.card.removal.ts"),
  route("lussen/:cycleId/kaarten/:cardId/terug", "routes/cycle.card.return.ts"),
  route("lussen/:cycleId/:stage/geschiedenis", "routes/cycle.history.tsx"),
  route("lussen/:cycleId/:stage/geschiedenis/:versionId", "routes/cycle.version.tsx"),
  route("lussen/:cycleId/:stage/versies", "routes/cycle.named-versions.ts"),
  route("lussen/:cycleId/:stage/geschiedenis/:versionId/terug", "routes/cycle.version.restoration.ts"),
  route("lussen/:cycleId/:stage/geschiedenis/:versionId/zo-laten", "routes/cycle.version.acceptance.ts"),
  route("lussen/:cycleId/gesprekken", "routes/cycle.threads.ts"),
  route("lussen/:cycleId/zichtbaarheid", "routes/cycle.document-audience.ts"),
  route("lussen/:cycleId/kaarten-zichtbaarheid", "routes/cycle.cards-audience.ts"),
  route("lussen/:cycleId/sluiting", "routes/cycle.closing.ts"),
  route("lussen/:cycleId/heropening", "routes/cycle.reopening.ts"),
  route("lussen/:cycleId/prullenbak", "routes/cycle.discarding.ts"),
  route("gesprekken/:threadId/antwoorden", "routes/thread.answers.ts"),
  route("gesprekken/:threadId/oplossing", "routes/thread.resolution.ts"),
  route("gesprekken/:threadId/heropening", "routes/thread.reopening.ts"),
  route("data/start", "routes/data.start.ts"),
  route("data/strands", "routes/data.strands.ts"),
  route("data/lussen/:cycleId", "routes/data.cycle.ts"),
  route("data/lussen/:cycleId/activiteit", "routes/data.activity.ts"),
  route("data/lussen/:cycleId/gesprekken", "routes/data.threads.ts"),
];

const people: RouteConfig = [
  route("aanmelden", "routes/sign-in.tsx"),
  route("afmelden", "routes/sign-out.ts"),
  route("wachtwoord-vergeten", "routes/password-forgotten.tsx"),
  route("wachtwoord/:token", "routes/password-reset.tsx"),
  route("uitnodiging/:token", "routes/invitation.tsx"),
  route("account", "routes/account.tsx"),
  route("account/wachtwoord", "routes/password-change.tsx"),
  route("account/overal-afmelden", "routes/sign-out-everywhere.ts"),
];

const toolkit: RouteConfig = [
  index("routes/home.ts"),
  route("toolkit", "routes/toolkit.tsx"),
  route("toolkit/beeld", "routes/toolkit.picture.tsx"),
  route("toolkit/cijfers.csv", "routes/toolkit.figures.ts"),
  route("toolkit/vergelijken", "routes/toolkit.compare.tsx"),
  route("toolkit/:strandId", "routes/strand.tsx"),
  route("toolkit/:strandId/lussen", "routes/strand.cycles.tsx"),
];

const together: RouteConfig = [
  route("begeleiding", "routes/coaching.tsx"),
  route("begeleiding/bezoeken/nieuw", "routes/visit.new.tsx"),
  route("begeleiding/bezoeken/:visitId", "routes/visit.tsx"),
  route("begeleiding/bezoeken/:visitId/afzegging", "routes/visit.cancellation.ts"),
  route("projecten", "routes/projects.tsx"),
  route("projecten/:projectId", "routes/project.tsx"),
  route("projecten/:projectId/mensen", "routes/project.people.ts"),
  route("projecten/:projectId/mensen/weg", "routes/project.people.removal.ts"),
  route("projecten/:projectId/teams", "routes/project.teams.ts"),
  route("projecten/:projectId/teams/weg", "routes/project.teams.removal.ts"),
  route("teams/:teamId", "routes/team.tsx"),
  route("teams/:teamId/leden", "routes/team.members.ts"),
  route("teams/:teamId/leden/rol", "routes/team.members.role.ts"),
  route("teams/:teamId/leden/weg", "routes/team.members.removal.ts"),
  route("teams/:teamId/meelezen", "routes/team.documents-audience.ts"),
  route("teams/:teamId/prullenbak/terug", "routes/team.bin.return.ts"),
  route("data/begeleiding", "routes/data.coaching.ts"),
  route("data/projecten/:projectId", "routes/data.project.ts"),
  route("data/teams/:teamId", "routes/data.team.ts"),
];

const admin: RouteConfig = [
  route("beheer", "routes/admin.tsx"),
  route("beheer/scholen/nieuw", "routes/admin.organisation.new.tsx"),
  route("beheer/scholen/:organisationId", "routes/admin.organisation.tsx"),
  route("beheer/scholen/:organisationId/teams", "routes/admin.organisation.teams.ts"),
  route("beheer/scholen/:organisationId/uitschrijving", "routes/admin.organisation.departure.ts"),
  route("beheer/mensen/:personId/afsluiting", "routes/admin.person.closing.ts"),
  route("beheer/mensen/:personId/heropening", "routes/admin.person.opening.ts"),
  route("beheer/programmas/nieuw", "routes/admin.programme.new.tsx"),
  route("beheer/projecten/nieuw", "routes/admin.project.new.tsx"),
  route("uitnodigingen", "routes/invitations.ts"),
  route("uitnodigingen/:invitationId/opnieuw", "routes/invitations.resending.ts"),
  route("uitnodigingen/:invitationId/intrekking", "routes/invitations.revocation.ts"),
];

const frame: RouteConfig = [
  route("taal", "routes/language.ts"),
  route("weergave", "routes/theme.ts"),
  route("*", "routes/not-found.tsx"),
];

// The kit's own page never reaches a production build: not even its code.
const development: RouteConfig = process.env.NODE_ENV === "production" ? [] : [route("dev/ui", "routes/dev.ui.tsx")];

export default [
  ...toolkit,
  ...cycles,
  ...people,
  ...together,
  ...admin,
  ...frame,
  ...development,
] satisfies RouteConfig;
