import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { STAGES } from "#domain/cycles/phases.ts";
import { asSeenWith, contrast, difference, visions } from "./colour.ts";

const source = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const blocks = [...source.matchAll(/:root \{\s*(?:@variant ([\w-]+) \{)?([^}]*)\}/g)];
const palettes = new Map(
  blocks.map(([, variant = "light", body = ""]) => [
    variant.replace("-theme", ""),
    Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])),
  ]),
) as Map<string, Record<string, string>>;

const grounds = ["paper", "surface", "sunken"];
const people = Array.from({ length: 8 }, (_, index) => `person-${index + 1}`);

/** What is text on what: WCAG 2.2 AA asks 4.5. */
const textPairs: [string, string][] = [
  ...["ink", "ink-soft", "ink-faint", "accent", "accent-hover", "danger", "warn", "ok", "info"].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...["accent", "danger", "warn", "ok", "info"].flatMap((ink): [string, string][] => [
    [ink, `${ink}-tint`],
    ["ink", `${ink}-tint`],
    ["ink-soft", `${ink}-tint`],
  ]),
  ...STAGES.flatMap((stage): [string, string][] => [
    [`${stage}-ink`, `${stage}-tint`],
    ["ink-soft", `${stage}-tint`],
  ]),
  ...people.map((person): [string, string] => ["on-person", person]),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["paper", "ink"],
];

/** What is a shape or an edge that carries meaning: 3. */
const shapePairs: [string, string][] = [
  ...STAGES.flatMap((stage) => [...grounds, `${stage}-tint`].map((ground): [string, string] => [stage, ground])),
  ...grounds.map((ground): [string, string] => ["line-strong", ground]),
  ...grounds.map((ground): [string, string] => ["accent", ground]),
  ...people.map((person): [string, string] => [person, "paper"]),
];

test("there are four palettes, each with every colour", () => {
  expect([...palettes.keys()]).toEqual(["light", "dark", "contrast", "contrast-dark"]);
  const names = Object.keys(palettes.get("light") ?? {});
  expect(names.length).toBeGreaterThan(40);
  for (const palette of palettes.values()) expect(Object.keys(palette)).toEqual(names);
});

describe.each([...palettes])("the %s palette", (name, palette) => {
  const of = (colour: string): string => {
    const value = palette[colour];
    if (!value) throw new Error(`${name} has no ${colour}`);
    return value;
  };
  // The contrast palettes promise AAA for text.
  const textFloor = name.startsWith("contrast") ? 7 : 4.5;

  test("text can be read on its ground", () => {
    const weak = textPairs.filter(([ink, ground]) => contrast(of(ink), of(ground)) < textFloor);
    expect(weak).toEqual([]);
  });

  test("shapes and edges stand out from their ground", () => {
    const weak = shapePairs.filter(([ink, ground]) => contrast(of(ink), of(ground)) < 3);
    expect(weak).toEqual([]);
  });

  test.each(visions)("the stages can be told apart with %s vision", (vision) => {
    const close = STAGES.flatMap((one, index) =>
      STAGES.slice(index + 1)
        .map((other) => ({
          pair: `${one}–${other}`,
          far: difference(asSeenWith(vision, of(one)), asSeenWith(vision, of(other))),
        }))
        .filter(({ far }) => far < 0.09),
    );
    expect(close).toEqual([]);
  });
});
