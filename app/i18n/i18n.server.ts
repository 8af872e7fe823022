import { createInstance, type i18n as I18n, type TFunction } from "i18next";
import en from "../messages/en/index.ts";
import nl from "../messages/nl/index.ts";
import { type Language, languages } from "./languages.ts";
import { namespaces } from "./namespaces.ts";
import { sharedOptions } from "./options.ts";

const catalogues = { nl, en };

function createFor(language: Language): I18n {
  const instance = createInstance();
  instance.init({
    ...sharedOptions,
    lng: language,
    ns: [...namespaces],
    resources: { [language]: catalogues[language] },
  });
  return instance;
}

// One per language and never changed afterwards, so requests can share them.
const instances = Object.fromEntries(languages.map((language) => [language, createFor(language)])) as Record<
  Language,
  I18n
>;

export const i18nFor = (language: Language): I18n => instances[language];

/** For loaders and actions: sentences in the language of the one who asks. */
export const translatorFor = (language: Language): TFunction<readonly (keyof typeof nl)[]> =>
  instances[language].t as TFunction<readonly (keyof typeof nl)[]>;
