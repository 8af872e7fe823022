import { type HeadersFunction, json, type TypedResponse } from "@remix-run/node";
import type { RequestContext } from "#app/session/route.server.ts";

/** Short, because the page names the script files of this release and the next one takes them away. */
const FOR_A_MINUTE = "public, max-age=60, stale-while-revalidate=300";

/**
 * An answer that is the same for every visitor, so that caches may keep it. A signed-in person's page carries their
 * name, so it is kept nowhere; language and colours come from cookies, hence `Vary`.
 */
export function publicAnswer<Data>(ctx: Pick<RequestContext, "session">, data: Data): TypedResponse<Data> {
  return json(data, {
    headers: ctx.session ? { "Cache-Control": "no-store" } : { "Cache-Control": FOR_A_MINUTE, Vary: "Cookie" },
  });
}

/** The page is kept as long as the answer of its loader. */
export const headersOfAnswer: HeadersFunction = ({ loaderHeaders }) => {
  const headers = new Headers();
  for (const name of ["Cache-Control", "Vary"]) {
    const value = loaderHeaders.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
};
