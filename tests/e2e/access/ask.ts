import type { World } from "#tests/support/world.ts";
import type { Place } from "./stage.ts";

/** What the table says of an answer. */
export type Cell = "yes" | "–" | "no" | "in" | "422" | "409" | "429" | string;

export interface Answer {
  cell: Cell;
  body: string;
  headers: Headers;
  status: number;
}

export interface Question {
  method: string;
  /** With parameters filled in. */
  path: string;
  cookie: string | null;
  form?: Readonly<Record<string, string>>;
  /** Asks for the data of this route alone, as Remix's own pages do. */
  data?: string | null;
  headers?: Record<string, string>;
}

/** Asks one thing of the running application and reads the answer in the words of the table. */
export async function ask(world: World, question: Question): Promise<Answer> {
  const { method, path, cookie, form, data } = question;
  const address = new URL(world.url + path);
  if (data) address.searchParams.set("_data", data);
  const response = await fetch(address, {
    method,
    redirect: "manual",
    headers: {
      ...(!data && { Accept: "text/html" }),
      ...(cookie && { Cookie: cookie }),
      ...(method !== "GET" && { Origin: world.url }),
      ...question.headers,
    },
    ...(method !== "GET" && method !== "HEAD" && { body: new URLSearchParams({ ...form }) }),
  });
  const body = await response.text();
  return { cell: cellOf(response), body, headers: response.headers, status: response.status };
}

function cellOf({ status, headers }: Response): Cell {
  const place = headers.get("Location") ?? headers.get("X-Remix-Redirect");
  // Sent to the sign-in page; somebody who signs out ends up there too, and that is what was asked.
  if (place && /^\/aanmelden($|\?terug=)/.test(place)) return "in";
  if (status === 401) return "in";
  if (status === 404) return "–";
  if (status === 403) return "no";
  return status < 400 ? "yes" : String(status);
}

/** The address of a row with the ids of a place. `=word` stands for itself. */
export function fill(path: string, place: Place, params: Record<string, string> = {}): string {
  return path.replace("/*", "/bestaat-niet").replaceAll(/:(\w+)/g, (_all, name: string) => {
    const wanted = params[name] ?? name;
    const value = wanted.startsWith("=") ? wanted.slice(1) : place[wanted];
    if (value === undefined) throw new Error(`${path} needs ${wanted}`);
    return encodeURIComponent(value);
  });
}
