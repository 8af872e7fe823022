import { type Answer, ask, fill } from "./ask.ts";
import { builtRoutes, requestsOf } from "./built-routes.ts";
import { CAST, type Played } from "./cast.ts";
import { expect, test } from "./on-stage.ts";
import { WISHES } from "./requests.ts";
import { MARKED, markOf, type Place } from "./stage.ts";
import { expected, type Row, writtenTable } from "./written-table.ts";

// T46: every loader and action × everybody × own, foreign, unknown, malformed and huge ids.

const table = writtenTable();
const routes = await builtRoutes();

test.describe.configure({ timeout: 240_000 });

const plain = (name: string) => name.replace(/ \(.*\)$/, "");
const parts = (row: Row) => plain(row.name).split(" ") as [method: string, path: string];
/** The route that answers a request, for its data alone; the innermost one when a page has several. */
const routeOf = (row: Row) => {
  const [method, path] = parts(row);
  const fitting = routes.filter((route) => route.path === path && (method === "GET" ? route.loader : route.action));
  return fitting.at(-1) ?? null;
};

test("every loader and every action has a row, and every row a loader or an action", () => {
  expect([...new Set(table.requests.map(({ name }) => plain(name)))].sort()).toEqual(requestsOf(routes).sort());
});

test("everybody gets what the table says, for own and for foreign ids, and what is refused changes nothing", async ({
  stage,
}) => {
  const { world, scene, rows, cookies } = stage;
  const { sql } = world.database();
  const wrong: string[] = [];
  const send = async (row: Row, { relation }: Played, place: Place, data: string | null): Promise<Answer> => {
    const [method, path] = parts(row);
    const wish = WISHES[row.name] ?? {};
    await wish.before?.(sql, place);
    const cookie = cookies.get(relation) ?? null;
    const answer = await ask(world, {
      ...{ method, path: fill(path, { stage: "bronnen", ...place }, wish.params), cookie, data },
      form: wish.form?.(place),
    });
    if (wish.before || (method === "POST" && answer.status < 400)) await rows.putBack();
    return answer;
  };
  for (const row of table.requests) {
    for (const player of CAST) {
      const route = routeOf(row)?.id ?? null;
      const want = expected(row, player.relation);
      const tries: [string, string, () => Promise<Answer>][] = [
        ["page", want.page, () => send(row, player, scene.here, null)],
      ];
      if (route) {
        tries.push(["data", want.data, () => send(row, player, scene.here, route)]);
        const foreign = expected(row, player.elsewhere).data;
        // The visits are all here: there are none at the other place to be foreign.
        if (parts(row)[1].includes(":") && !row.name.includes(":visitId") && !row.name.includes(":token"))
          tries.push(["foreign", foreign, () => send(row, player, scene.there, route)]);
      }
      for (const [form, cell, answer] of tries) {
        const got = await answer();
        if (got.cell !== cell) wrong.push(`${row.name} as ${player.relation} (${form}): ${got.cell}, not ${cell}`);
      }
    }
    const changed = await rows.changed();
    if (changed.length > 0) wrong.push(`${row.name} changed ${changed} though it was refused or put back`);
    await rows.putBack();
  }
  expect(wrong).toEqual([]);
});

test("an id that is unknown, malformed or huge is not there, and neither is one under somebody else's roof", async ({
  stage,
}) => {
  const { world, scene, rows, cookies } = stage;
  const wrong: string[] = [];
  const strange = [
    "0192f0c1-0000-7000-8000-000000000000",
    "1",
    "%00",
    "null",
    "../..",
    // An address is at most 4 kB as a whole.
    "x".repeat(3_800),
    "9".repeat(40),
  ];
  const known = CAST.filter(({ relation }) => ["lead", "coach", "staff"].includes(relation));
  for (const row of table.requests) {
    const [method, path] = parts(row);
    const route = routeOf(row)?.id;
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
    if (!route || names.length === 0) continue;
    const wish = WISHES[row.name] ?? {};
    for (const { relation } of known) {
      for (const name of names) {
        const foreign = name === "cardId" ? [scene.there.cardId as string] : [];
        for (const id of [...strange, ...foreign]) {
          const params = { ...wish.params, [name]: `=${id}` };
          const answer = await ask(world, {
            ...{ method, path: fill(path, { stage: "bronnen", ...scene.here }, params), data: route },
            ...{ cookie: cookies.get(relation) ?? null, form: wish.form?.(scene.here) },
          });
          // What may not be done at all is refused before it is looked for.
          if (!["–", "no", "410"].includes(answer.cell) && !(name === "token" && answer.cell === "422"))
            wrong.push(`${row.name} as ${relation} with ${name} ${id.slice(0, 40)}: ${answer.cell}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await rows.changed()).toEqual([]);
});

test("no answer holds what its reader may not read", async ({ stage }) => {
  const { world, scene, rows, cookies } = stage;
  const { sql } = world.database();
  const reading = table.requests.filter(({ name }) => name.startsWith("GET "));
  const seenBy = async ({ relation }: Played) => {
    let all = "";
    for (const place of [scene.here, scene.there]) {
      for (const row of reading) {
        const wish = WISHES[row.name] ?? {};
        const path = fill(
          parts(row)[1],
          { stage: "bronnen", token: scene.token, ...scene.there, ...place },
          wish.params,
        );
        const cookie = cookies.get(relation) ?? null;
        all += (await ask(world, { method: "GET", path, cookie })).body;
        const data = routeOf(row)?.id;
        if (data) all += (await ask(world, { method: "GET", path, cookie, data })).body;
      }
    }
    // What no answer to anybody holds.
    expect(all).not.toMatch(/passwordHash|password_hash|tokenHash|token_hash|\$argon2/);
    return all;
  };
  const wrong: string[] = [];
  const compare = async (kept: boolean) => {
    for (const player of CAST) {
      const all = await seenBy(player);
      for (const what of MARKED) {
        const row = table.marks.find(({ name }) => name === (kept ? `${what}, kept to the team` : what));
        if (!row) {
          if (!kept) wrong.push(`${what} has no row`);
          continue;
        }
        for (const place of ["here", "there"] as const) {
          const who = place === "here" ? player.relation : player.elsewhere;
          if (place === "there" && what === "to-self") continue;
          const cell = all.includes(markOf(what, place)) ? "yes" : "–";
          if (cell !== row.cells[who]) wrong.push(`${row.name} ${place}, seen by ${player.relation}: ${cell}`);
        }
      }
    }
  };
  await compare(false);
  await sql`update cycles set cards_audience = 'team' where title like '%merktitle%'`;
  await compare(true);
  await rows.putBack();
  expect(wrong).toEqual([]);
});
