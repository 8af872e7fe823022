import { ask, fill } from "./ask.ts";
import { requestsOf } from "./built-routes.ts";
import { CAST, type Relation } from "./cast.ts";
import { askEverything, parts, plain, readAll, routeOf, routes, type Seen, table } from "./crawl.ts";
import { expect, test } from "./on-stage.ts";
import { WISHES } from "./requests.ts";
import { MARKED, markOf } from "./stage.ts";

// T46: every loader and action × everybody × own, foreign, unknown, malformed and huge ids.

test.describe.configure({ timeout: 600_000 });

test("every loader and every action has a row, and every row a loader or an action", () => {
  expect([...new Set(table.requests.map(({ name }) => plain(name)))].sort()).toEqual(requestsOf(routes).sort());
});

test("everybody gets what the table says, for own and for foreign ids, and what is refused changes nothing", async ({
  stage,
}) => {
  expect((await askEverything(stage)).wrong).toEqual([]);
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
    const askWith = async (relation: Relation, name: string, id: string) => {
      const params = { ...wish.params, [name]: `=${id}` };
      const answer = await ask(world, {
        ...{ method, path: fill(path, { stage: "bronnen", ...scene.here }, params), data: route },
        ...{ cookie: cookies.get(relation) ?? null, form: wish.form?.(scene.here) },
      });
      // What may not be done at all is refused before it is looked for.
      if (!["–", "no", "410"].includes(answer.cell) && !(name === "token" && answer.cell === "422"))
        wrong.push(`${row.name} as ${relation} with ${name} ${id.slice(0, 40)}: ${answer.cell}`);
    };
    for (const name of names) {
      const ids = name === "cardId" ? [...strange, scene.there.cardId as string] : strange;
      await Promise.all(known.flatMap(({ relation }) => ids.map((id) => askWith(relation, name, id))));
    }
  }
  expect(wrong).toEqual([]);
  expect(await rows.changed()).toEqual([]);
});

test("no answer holds what its reader may not read", async ({ stage }) => {
  const { world, rows } = stage;
  const wrong: string[] = [];
  const compare = (seenBy: ReadonlyMap<Relation, Seen>, kept: boolean) => {
    for (const { relation, elsewhere } of CAST) {
      const seen = seenBy.get(relation) as Seen;
      wrong.push(...seen.secrets);
      for (const what of MARKED) {
        const row = table.marks.find(({ name }) => name === (kept ? `${what}, kept to the team` : what));
        if (!row) {
          if (!kept) wrong.push(`${what} has no row`);
          continue;
        }
        for (const place of ["here", "there"] as const) {
          if (place === "there" && what === "to-self") continue;
          const cell = seen.marks.has(markOf(what, place)) ? "yes" : "–";
          if (cell !== row.cells[place === "here" ? relation : elsewhere])
            wrong.push(`${row.name} ${place}, seen by ${relation}: ${cell}`);
        }
      }
    }
  };
  compare((await askEverything(stage)).seen, false);
  await world.database().sql`update cycles set cards_audience = 'team' where title like '%merktitle%'`;
  const kept = new Map<Relation, Seen>();
  for (const player of CAST) kept.set(player.relation, await readAll(stage, player));
  compare(kept, true);
  await rows.putBack();
  expect(wrong).toEqual([]);
});
