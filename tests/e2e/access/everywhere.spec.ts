import { type Answer, ask, fill } from "./ask.ts";
import { parts, routes, table } from "./crawl.ts";
import { expect, test } from "./on-stage.ts";
import { WISHES } from "./requests.ts";

// What holds for every address, asked of every address: reading changes nothing (T32), headers (T31), forged fields
// (T48), and where one is led afterwards (T35).

test.describe.configure({ timeout: 300_000 });

const reading = table.requests.filter((row) => row.name.startsWith("GET "));
const writing = table.requests.filter((row) => row.name.startsWith("POST "));
const routeOf = (path: string) => routes.findLast((route) => route.path === path && route.action)?.id ?? null;

test("T32: HEAD and GET change nothing, also with the headers of a mail scanner and on the links of mails", async ({
  stage: { world, scene, rows, cookies },
}) => {
  const scanner = {
    Purpose: "prefetch",
    "Sec-Purpose": "prefetch",
    "User-Agent": "Mozilla/5.0 (compatible; LinkScanner)",
  };
  const statuses = new Set<number>();
  const links = [
    "/afmelden",
    `/uitnodiging/${scene.token}`,
    "/wachtwoord/geen-geldige-link",
    "/account/overal-afmelden",
  ];
  const paths = [...reading, ...writing].map((row) =>
    fill(parts(row)[1], { stage: "bronnen", ...scene.here }, WISHES[row.name]?.params),
  );
  for (const path of new Set([...paths, ...links]))
    for (const method of ["HEAD", "GET"])
      for (const cookie of [null, cookies.get("lead") as string])
        statuses.add((await ask(world, { method, path, cookie, headers: scanner })).status);
  expect(await rows.changed()).toEqual([]);
  expect(statuses).toContain(200);
  // Both are still signed in: looking at the addresses that sign out is not signing out.
  expect((await ask(world, { method: "GET", path: "/start", cookie: cookies.get("lead") as string })).cell).toBe("yes");
});

test("T31: every answer carries the headers, personal ones are not stored, and no answer says what it runs on", async ({
  stage: { world, scene, rows, cookies },
}) => {
  const wrong: string[] = [];
  const look = (what: string, { headers, body, status }: Answer, personal: boolean) => {
    const must = (name: string, value: RegExp) => {
      if (!value.test(headers.get(name) ?? "")) wrong.push(`${what} (${status}) has ${name}: ${headers.get(name)}`);
    };
    must("X-Content-Type-Options", /^nosniff$/);
    must("X-Frame-Options", /^DENY$/);
    must("Referrer-Policy", /^same-origin$/);
    must("Content-Security-Policy", /frame-ancestors 'none'/);
    if (/script-src[^;]*unsafe-inline/.test(headers.get("Content-Security-Policy") ?? ""))
      wrong.push(`${what}: inline`);
    if (personal) must("Cache-Control", /no-store/);
    for (const name of ["X-Powered-By", "Server"]) if (headers.has(name)) wrong.push(`${what} has ${name}`);
    if (/node_modules|\bat \w+ \(|PostgresError/.test(body)) wrong.push(`${what} shows its inside`);
    for (const cookie of headers.getSetCookie())
      if (!/; HttpOnly/.test(cookie) || !/; SameSite=Lax/.test(cookie))
        wrong.push(`${what} sets ${cookie.split(";")[0]}`);
  };
  for (const row of table.requests) {
    const [method, path] = parts(row);
    const wish = WISHES[row.name] ?? {};
    for (const relation of ["visitor", "lead", "stranger"] as const) {
      const question = {
        ...{ method, path: fill(path, { stage: "bronnen", ...scene.here }, wish.params) },
        ...{ cookie: cookies.get(relation) ?? null, form: wish.form?.(scene.here) },
      };
      // A refusal of a form, a success, and an answer for data alone.
      look(row.name, await ask(world, question), relation !== "visitor");
      if (method === "POST") {
        look(`${row.name}, empty`, await ask(world, { ...question, form: {} }), relation !== "visitor");
        look(
          `${row.name}, from elsewhere`,
          await ask(world, { ...question, headers: { Origin: "https://evil.example" } }),
          false,
        );
        await rows.putBack();
      }
    }
  }
  for (const path of ["/healthz", "/readyz", "/version", "/favicon.svg", "/robots.txt", "/assets/none.js", "/%E0%A4%A"])
    look(path, await ask(world, { method: "GET", path, cookie: null }), false);
  expect([...new Set(wrong)]).toEqual([]);
});

test("T48: fields that a form does not have decide nothing", async ({ stage: { world, scene, rows, cookies } }) => {
  const { sql } = world.database();
  const wrong: string[] = [];
  const forged = {
    ...{ id: scene.there.cardId, ownerId: scene.there.leadId, isAdmin: "true", status: "published", approvedBy: "x" },
    ...{ createdAt: "2001-01-01", createdBy: scene.there.leadId, authorId: scene.there.leadId, by: scene.there.leadId },
    ...{
      at: "2001-01-01",
      discardedAt: "2001-01-01",
      closedAt: "2001-01-01",
      endedAt: "2001-01-01",
      emailVerified: "true",
    },
    ...{
      startedBy: scene.there.leadId,
      expiresAt: "2099-01-01",
      acceptedAt: "2001-01-01",
      school: scene.there.organisationId,
    },
    ...{ __proto__: "x", constructor: "x", "who[team]": "lead", "content[title]": "x", actorId: scene.there.leadId },
  } as Record<string, string>;
  const cookie = cookies.get("lead") as string;
  for (const row of writing) {
    const [method, path] = parts(row);
    if (/afmelden|aanmelden|wachtwoord|uitnodiging\/|taal|weergave/.test(path)) continue;
    const wish = WISHES[row.name] ?? {};
    const ask1 = async (form: Record<string, string>) => {
      await wish.before?.(sql, scene.here);
      const address = fill(path, { stage: "bronnen", ...scene.here }, wish.params);
      return ask(world, { method, path: address, cookie, form, data: routeOf(path) });
    };
    const form = wish.form?.(scene.here) ?? {};
    const plain = await ask1(form);
    await rows.putBack();
    const answer = await ask1({ ...forged, ...form });
    if (answer.cell !== plain.cell && answer.cell !== "422")
      wrong.push(`${row.name}: ${answer.cell}, not ${plain.cell}`);
    for (const name of await rows.changed()) {
      const [odd] = await sql.unsafe(
        `select count(*)::int as n from public."${name}" t where t::text like '%2001-01-01%' or t::text like '%2099-01-01%'
           or (t::text like '%${scene.there.leadId}%' and not exists (select 1 from kept."${name}" k where k::text = t::text))`,
      );
      if (odd?.n !== 0) wrong.push(`${row.name} took a forged field into ${name}`);
    }
    await rows.putBack();
  }
  expect(wrong).toEqual([]);
});

test("T35: wherever one is led afterwards is a path of our own", async ({ stage: { world, cookies } }) => {
  const wishes = ["//evil.example", "/\\evil.example", "/%09/evil", "https:evil", "javascript:alert(1)", "%2f%2fevil"];
  const hostile = [...wishes, "\\u2215evil", `https://${new URL(world.url).host}@evil.example`, "/\t/evil.example"];
  const placed: string[] = [];
  for (const wish of hostile) {
    for (const path of ["/taal", "/weergave"]) {
      const form = { language: "nl", theme: "light", returnTo: wish };
      placed.push((await ask(world, { method: "POST", path, cookie: null, form })).headers.get("Location") ?? "none");
    }
    const path = `/aanmelden?terug=${encodeURIComponent(wish)}`;
    const cookie = cookies.get("lead") as string;
    placed.push((await ask(world, { method: "GET", path, cookie })).headers.get("Location") ?? "none");
  }
  for (const place of placed) {
    expect(place).toMatch(/^\/(?![/\\])/);
    expect(new URL(place, world.url).origin).toBe(world.url);
  }
});
