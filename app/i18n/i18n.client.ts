import { type BackendModule, createInstance, type i18n as I18n } from "i18next";
import type { Language } from "./languages.ts";
import type { Namespace } from "./namespaces.ts";
import { everywhere } from "./namespaces.ts";
import { sharedOptions } from "./options.ts";

// One small file per language and part: a page fetches its own words and nobody else's.
const catalogues = import.meta.glob<Record<string, unknown>>("../messages/*/*.json", { import: "default" });

const catalogueFiles: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    const load = catalogues[`../messages/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no catalogue ${language}/${namespace}`), false);
    load().then(
      (messages) => done(null, messages as Record<string, string>),
      (error: Error) => done(error, false),
    );
  },
};

/** The words of the first page, ready before React takes over; later pages fetch theirs while they load. */
export async function startI18n(language: Language, ofThisPage: readonly Namespace[]): Promise<I18n> {
  const instance = createInstance().use(catalogueFiles);
  await instance.init({ ...sharedOptions, lng: language, ns: [...new Set([...everywhere, ...ofThisPage])] });
  return instance;
}
