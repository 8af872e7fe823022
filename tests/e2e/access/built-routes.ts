import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";

export interface BuiltRoute {
  id: string;
  path: string;
  loader: boolean;
  action: boolean;
  page: boolean;
}

/** Every route of the build that the world runs, with what it can be asked: what is served, not what a list says. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const build = (await import(pathToFileURL(join("build", "app", "server", "index.js")).href)) as ServerBuild;
  const pathOf = (id: string): string => {
    const route = build.routes[id];
    if (!route || id === "root") return "";
    const above = pathOf(route.parentId ?? "root");
    return route.path ? `${above}/${route.path}` : above;
  };
  return Object.values(build.routes)
    .filter((route) => route !== undefined)
    .filter(({ id }) => id !== "root")
    .map(({ id, module }) => ({
      id,
      path: pathOf(id) || "/",
      loader: module.loader !== undefined,
      action: module.action !== undefined,
      page: module.default !== undefined,
    }));
}

/** The first cells of the rows that these routes need: one for reading, one for writing. */
export function requestsOf(routes: readonly BuiltRoute[]): string[] {
  const names = routes.flatMap(({ path, loader, action, page }) => [
    ...(loader || page ? [`GET ${path}`] : []),
    ...(action ? [`POST ${path}`] : []),
  ]);
  return [...new Set(names)];
}
