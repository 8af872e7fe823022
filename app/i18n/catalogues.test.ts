import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import en from "../messages/en/index.ts";
import nl from "../messages/nl/index.ts";
import { i18nFor, translatorFor } from "./i18n.server.ts";
import { languages } from "./languages.ts";
import { namespaces } from "./namespaces.ts";

type Messages = { [key: string]: string | Messages };

const flat = (messages: Messages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const all = { nl: flat(nl as unknown as Messages), en: flat(en as unknown as Messages) };
const variablesOf = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort();

// Product §11: words that blame, promise too much or measure people. "score" is for stories, never for a person or team.
const unwelcome = {
  nl: /evidence[- ]based|verplicht|achterstand op schema|wetenschappelijk bewezen/i,
  en: /evidence[- ]based|mandatory|compulsory field|behind schedule|proven to work/i,
};

describe("the message catalogues", () => {
  test("English has exactly the keys of Dutch", () => {
    expect(all.en.map(([key]) => key).sort()).toEqual(all.nl.map(([key]) => key).sort());
  });

  test("the same variables are filled in in both languages", () => {
    const english = new Map(all.en);
    for (const [key, text] of all.nl) {
      expect(variablesOf(english.get(key) ?? ""), key).toEqual(variablesOf(text));
    }
  });

  test.each(languages)("every file of %s is gathered under a namespace that the screens know", (language) => {
    const files = readdirSync(new URL(`../messages/${language}/`, import.meta.url)).filter((name) =>
      name.endsWith(".json"),
    );
    expect(files.map((name) => name.replace(".json", "")).sort()).toEqual([...namespaces].sort());
    expect(Object.keys({ nl, en }[language]).sort()).toEqual([...namespaces].sort());
  });

  test.each(languages)("no text of %s is empty or has loose spaces at its ends", (language) => {
    const bad = all[language].filter(([, text]) => text === "" || text !== text.trim() || /\s{2}/.test(text));
    expect(bad).toEqual([]);
  });

  test.each(languages)("no text of %s uses an unwelcome word", (language) => {
    expect(all[language].filter(([, text]) => unwelcome[language].test(text))).toEqual([]);
  });

  test.each(languages)("a plural of %s has a text for one and for more", (language) => {
    const keys = new Set(all[language].map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith("_one")) expect(keys.has(key.replace(/_one$/, "_other")), key).toBe(true);
    }
  });
});

test("a sentence comes in the language that was asked for, with its plural", () => {
  expect(translatorFor("nl")("common:loop.returns", { count: 2 })).toBe("2 keer teruggekomen");
  expect(translatorFor("en")("common:loop.returns", { count: 1 })).toBe("came back 1 time");
  expect(i18nFor("en").language).toBe("en");
});
