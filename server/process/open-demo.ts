import { personByEmailUnscoped } from "#db/people/store.ts";
import type { Config } from "#server/config.ts";
import { DEMO_PASSWORD, demoPeople, tellDemo } from "#server/demo/index.ts";
import type { DemoSignIn, Services } from "#server/services.ts";

/** Tells the demo where it was asked for and nothing is there yet. @returns the sign-ins, if this database has them. */
export async function openDemo(services: Services, wish: Config["demo"]): Promise<DemoSignIn[]> {
  if (wish === "never") return [];
  const told = await tellDemo(services);
  const people = demoPeople();
  // An earlier start told it: the sign-ins are printed again, but never for people who are not there.
  const holdsDemo = told || (await personByEmailUnscoped(services.db, people[0]?.email ?? "")) !== null;
  if (!holdsDemo && wish === "always") {
    services.log.warn({}, "DEMO=1 asks for the demo, but this database is in use; nothing was added");
  }
  return holdsDemo ? people.map((person) => ({ ...person, password: DEMO_PASSWORD })) : [];
}
