import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";
import type { World } from "#tests/support/world.ts";
import { expect, test } from "./fixtures.ts";
import { ROUTE_TABLE, type RouteClass } from "./route-table.ts";

const CYCLE = "Maatjes aan zet: elkaar helpen bij het lezen";

/** All addresses of app/routes.ts, those of nested routes in full. */
function addressesIn(entries: readonly RouteConfigEntry[], above = ""): string[] {
  return entries.flatMap(({ path, index, children }) => {
    const here = path ? `${above}/${path}` : above || "/";
    if (children) return addressesIn(children, here);
    return index && above !== "" ? [above] : [here];
  });
}

const declared = [...new Set(addressesIn(routes as readonly RouteConfigEntry[]))].filter((path) => path !== "/dev/ui");

test("every route has a row in the table, and every row a route", () => {
  expect(Object.keys(ROUTE_TABLE).sort()).toEqual(declared.sort());
});

const GET: Record<
  Exclude<RouteClass, "write" | "open-write" | "own-write">,
  { visitor: number[]; stranger: number[] }
> = {
  public: { visitor: [200, 302, 404, 410], stranger: [200, 302, 404, 410] },
  personal: { visitor: [302, 401], stranger: [200] },
  object: { visitor: [302, 401, 404], stranger: [404] },
  staff: { visitor: [302], stranger: [403, 404] },
};

test("a visitor and a stranger get exactly what the table says, and nothing they send changes anything", async ({
  world,
}) => {
  const { sql } = world.database();
  const fill = await addressOf(world);
  const cookie = await world.cookieOf("elif");
  const audit = () => sql`select count(*)::int as n from events where type not like 'session.%'`;
  const before = await audit();

  for (const [path, kind] of Object.entries(ROUTE_TABLE)) {
    const address = `${world.url}${fill(path)}`;
    if (kind === "open-write" || kind === "own-write") continue;
    if (kind === "write") {
      const form = new URLSearchParams({
        to: "need",
        why: "x",
        title: "x",
        kind: "goal",
        body: "x",
        role: "lead",
        stage: "need",
      });
      form.set("audience", "team");
      for (const headers of [{}, { Cookie: cookie }] as Record<string, string>[]) {
        const { status } = await fetch(address, {
          method: "POST",
          redirect: "manual",
          headers: { ...headers, Origin: world.url },
          body: form,
        });
        const allowed = "Cookie" in headers ? [403, 404, 422] : [302, 303, 401, 404, 422];
        expect(
          allowed,
          `POST ${path} ${"Cookie" in headers ? "as a stranger" : "as a visitor"} answered ${status}`,
        ).toContain(status);
      }
      const foreign = await fetch(address, {
        method: "POST",
        redirect: "manual",
        headers: { Origin: "https://evil.example", Cookie: cookie },
        body: form,
      });
      expect(foreign.status, `POST ${path} from another origin`).toBe(403);
      continue;
    }
    const visitor = await fetch(address, { redirect: "manual" });
    expect(GET[kind].visitor, `GET ${path} as a visitor answered ${visitor.status}`).toContain(visitor.status);
    const stranger = await fetch(address, { redirect: "manual", headers: { Cookie: cookie } });
    expect(GET[kind].stranger, `GET ${path} as a stranger answered ${stranger.status}`).toContain(stranger.status);
  }
  expect(await audit()).toEqual(before);
});

/** Puts ids of a school that is not the stranger's into an address. */
async function addressOf(world: World) {
  const { sql } = world.database();
  const [ids] = await sql`
    select c.id as "cycleId", c.team_id as "teamId", t.organisation_id as "organisationId",
      (select id from cards where cycle_id = c.id limit 1) as "cardId",
      (select id from threads where cycle_id = c.id limit 1) as "threadId",
      (select id from visits limit 1) as "visitId",
      (select person_id from team_members where team_id = c.team_id limit 1) as "personId",
      (select id from projects where name like 'Lezen om te leren%') as "projectId"
    from cycles c join teams t on t.id = c.team_id where c.title = ${CYCLE}`;
  const fixed: Record<string, string> = {
    strandId: "feedback",
    stage: "behoefte",
    token: "geen-geldige-link",
    invitationId: "00000000-0000-7000-8000-000000000000",
  };
  return (path: string) =>
    path
      .replace("/*", "/bestaat-niet")
      .replaceAll(/:(\w+)/g, (_all, name: string) => fixed[name] ?? String(ids?.[name]));
}
