export { addOrganisation, changeOrganisation } from "./add-organisation.ts";
export { endMembership } from "./end-membership.ts";
export { loadOrganisation } from "./load-organisation.ts";
export { listOrganisations, type OrganisationView, viewOrganisation } from "./view-organisations.ts";
