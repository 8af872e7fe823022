import type { UIMatch } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { Namespace } from "#app/i18n/namespaces.ts";

/** Translates with any catalogue: `t("toolkit:list.title")`. */
export type AnyText = TFunction<readonly Namespace[]>;

/** What a route module may tell the frame, as `export const handle = { … } satisfies RouteHandle<typeof loader>`. */
export interface RouteHandle<Loader = unknown> {
  /** Catalogues the page uses besides common and errors; fetched before the page is shown. */
  namespaces?: readonly Namespace[];
  /** The page's title, without the name of the product. `data` is what the loader gave, if it gave anything. */
  title?: (t: AnyText, data: LoaderData<Loader> | undefined) => string;
  /** How wide the content may be: a page of text, a working surface, or everything there is. */
  width?: "page" | "wide" | "full";
}

type LoaderData<Loader> = Loader extends (...args: never[]) => infer Answer ? Serialized<Awaited<Answer>> : unknown;
type Serialized<Answer> = Answer extends { json(): Promise<infer Data> } ? Data : Answer;

const handleOf = (match: UIMatch): RouteHandle | undefined => match.handle as RouteHandle | undefined;

export const namespacesOf = (matches: readonly UIMatch[]): Namespace[] => [
  ...new Set(matches.flatMap((match) => handleOf(match)?.namespaces ?? [])),
];

/** The deepest page that has a title gives it. */
export function titleOf(matches: readonly UIMatch[], t: AnyText): string | undefined {
  for (const match of [...matches].reverse()) {
    const title = handleOf(match)?.title?.(t, match.data);
    if (title) return title;
  }
  return undefined;
}

export const widthOf = (matches: readonly UIMatch[]): "page" | "wide" | "full" =>
  [...matches]
    .reverse()
    .reduce<"page" | "wide" | "full" | undefined>((found, match) => found ?? handleOf(match)?.width, undefined) ??
  "page";
