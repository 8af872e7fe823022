import type { SerializeFrom } from "@remix-run/node";
import type { OrganisationView } from "#server/organisations/index.ts";

/** The organisation as the screen has it. */
export type Organisation = SerializeFrom<OrganisationView>;
