import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import nl from "../messages/nl/index.ts";
import type { Namespace } from "./namespaces.ts";

type Messages = { [key: string]: string | Messages };

const flat = (messages: Messages, path = ""): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key.replace(/_(one|other)$/, "")] : flat(value, `${path}${key}.`),
  );

const app = join(import.meta.dirname, "..");
const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => readFileSync(join(app, path), "utf8"))
  .join("\n");

/** Keys as they stand in the code, whole; and the beginnings of those that end in a variable. */
const whole = new Set([...sources.matchAll(/"(?:\w+:)?([\w.-]+)"/g)].map(([, key]) => key));
const begun = [...sources.matchAll(/`(?:\w+:)?([\w.-]*)\$\{/g)].map(([, start = ""]) => start);

const isUsed = (key: string) => whole.has(key) || begun.some((start) => start.includes(".") && key.startsWith(start));

// The reasons of refusals come from the server as text; errors.test.ts holds that catalogue to them.
const catalogues = Object.entries(nl).filter(([name]) => (name as Namespace) !== "errors");

test.each(catalogues)("every message of %s is shown somewhere", (_, messages) => {
  expect(flat(messages as unknown as Messages).filter((key) => !isUsed(key))).toEqual([]);
});
