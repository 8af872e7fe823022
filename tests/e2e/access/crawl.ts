import { type Answer, ask, fill } from "./ask.ts";
import { type BuiltRoute, builtRoutes } from "./built-routes.ts";
import { CAST, type Played, type Relation } from "./cast.ts";
import type { Stage } from "./on-stage.ts";
import { WISHES } from "./requests.ts";
import { marksIn, type Place } from "./stage.ts";
import { expected, type Row, writtenTable } from "./written-table.ts";

export const table = writtenTable();
export const routes = await builtRoutes();

export const plain = (name: string) => name.replace(/ \(.*\)$/, "");
export const parts = (row: Row) => plain(row.name).split(" ") as [method: string, path: string];
const isReading = (row: Row) => row.name.startsWith("GET ");

/** The route that answers a request, for its data alone; the innermost one when a page has several. */
export function routeOf(row: Row): BuiltRoute | null {
  const [method, path] = parts(row);
  const fitting = routes.filter((route) => route.path === path && (method === "GET" ? route.loader : route.action));
  return fitting.at(-1) ?? null;
}

/** What no answer to anybody holds. */
const SECRETS = /passwordHash|password_hash|tokenHash|token_hash|\$argon2/;

/** What somebody was given to read, all answers together. */
export class Seen {
  readonly marks = new Set<string>();
  readonly secrets: string[] = [];

  add(name: string, { body }: Answer): void {
    for (const mark of marksIn(body)) this.marks.add(mark);
    const secret = SECRETS.exec(body);
    if (secret) this.secrets.push(`${name} holds ${secret[0]}`);
  }
}

export interface Crawl {
  /** Answers that are not in their cell, and refusals that changed something. */
  wrong: string[];
  seen: ReadonlyMap<Relation, Seen>;
}

let crawl: Promise<Crawl> | null = null;

/** Every row of the table asked by everybody, once: thousands of pages, which more than one test judges. */
export function askEverything(stage: Stage): Promise<Crawl> {
  crawl ??= askEveryRow(stage);
  return crawl;
}

async function askEveryRow({ world, scene, rows, cookies }: Stage): Promise<Crawl> {
  const { sql } = world.database();
  const wrong: string[] = [];
  const seen = new Map(CAST.map(({ relation }) => [relation, new Seen()]));
  const send = async (row: Row, { relation }: Played, place: Place, data: string | null): Promise<Answer> => {
    const [method, path] = parts(row);
    const wish = WISHES[row.name] ?? {};
    await wish.before?.(sql, place);
    const answer = await ask(world, {
      ...{ method, path: fill(path, { stage: "bronnen", ...place }, wish.params), data },
      ...{ cookie: cookies.get(relation) ?? null, form: wish.form?.(place) },
    });
    if (wish.before || (method === "POST" && answer.status < 400)) await rows.putBack();
    if (isReading(row)) seen.get(relation)?.add(row.name, answer);
    return answer;
  };
  const askAs = async (row: Row, player: Played) => {
    const route = routeOf(row)?.id ?? null;
    const want = expected(row, player.relation);
    const tries: [form: string, cell: string, place: Place, data: string | null][] = [
      ["page", want.page, scene.here, null],
    ];
    if (route) {
      tries.push(["data", want.data, scene.here, route]);
      if (hasForeign(row)) tries.push(["foreign", expected(row, player.elsewhere).data, scene.there, route]);
    }
    for (const [form, cell, place, data] of tries) {
      const got = await send(row, player, place, data);
      if (got.cell !== cell) wrong.push(`${row.name} as ${player.relation} (${form}): ${got.cell}, not ${cell}`);
    }
  };
  for (const row of table.requests) {
    // Who only reads changes nothing for who reads beside them (T32).
    if (isReading(row) && !WISHES[row.name]?.before) await Promise.all(CAST.map((player) => askAs(row, player)));
    else for (const player of CAST) await askAs(row, player);
    const changed = await rows.changed();
    if (changed.length > 0) wrong.push(`${row.name} changed ${changed} though it was refused or put back`);
    await rows.putBack();
  }
  return { wrong, seen };
}

/** The visits are all here, and the invitation is: there are none at the other place to be foreign. */
const hasForeign = ({ name }: Row) => name.includes(":") && !name.includes(":visitId") && !name.includes(":token");

/** What this person reads now, at both places. A page is drawn of nothing but what its loaders give: those are asked. */
export async function readAll({ world, scene, cookies }: Stage, { relation }: Played): Promise<Seen> {
  const seen = new Seen();
  for (const row of table.requests.filter(isReading)) {
    for (const place of hasForeign(row) ? [scene.here, scene.there] : [scene.here]) {
      const path = fill(parts(row)[1], { stage: "bronnen", ...place }, WISHES[row.name]?.params);
      const question = { method: "GET", path, cookie: cookies.get(relation) ?? null };
      seen.add(row.name, await ask(world, { ...question, data: routeOf(row)?.id }));
    }
  }
  return seen;
}
