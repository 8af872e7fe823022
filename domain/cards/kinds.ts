import type { Stage } from "#domain/cycles/phases.ts";
import { OUTCOMES } from "#domain/cycles/words.ts";

/** How a field of a card is entered, shown and checked. Lengths are in characters. */
export type Field =
  | { type: "line"; max: number }
  | { type: "text"; max: number }
  | { type: "choice"; options: readonly string[] }
  | { type: "date" }
  | { type: "flag" }
  | { type: "strand" }
  | { type: "link" };

export interface CardKind {
  /** The phase beside whose document the card lies. */
  stage: Stage;
  /** The title is the one thing every card has; the rest may stay empty (product §3: empty is allowed). */
  fields: Readonly<Record<string, Field>>;
}

export const TITLE_LIMIT = 200;
export const SOURCE_KINDS = ["practice", "science", "own-data"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const PERSPECTIVES = ["colleagues", "pupils", "parents", "partners"] as const;
export type Perspective = (typeof PERSPECTIVES)[number];
export const VERDICTS = ["confirmed", "refuted", "undecided"] as const;
export const WAKE_UP_MONTHS = ["3", "6", "12"] as const;

const line = (max = 200): Field => ({ type: "line", max });
const text = (max = 2_000): Field => ({ type: "text", max });
const choice = (options: readonly string[]): Field => ({ type: "choice", options });

/**
 * The structured cards of a cycle (product §3). They are rows and not part of the live document, because they are
 * asked across cycles: which sources, which open actions, whose perspective is missing.
 */
export const CARD_KINDS = {
  signal: {
    stage: "need",
    fields: { note: text(), sourceKind: choice(SOURCE_KINDS), perspective: choice(PERSPECTIVES) },
  },
  hypothesis: { stage: "need", fields: { note: text(), verdict: choice(VERDICTS) } },
  goal: { stage: "need", fields: { forWhom: line(), howMuch: line(), byWhen: { type: "date" } } },
  source: {
    stage: "sources",
    fields: {
      note: text(),
      sourceKind: choice(SOURCE_KINDS),
      perspective: choice(PERSPECTIVES),
      strand: { type: "strand" },
      link: { type: "link" },
    },
  },
  ingredient: { stage: "implement", fields: { sign: text() } },
  action: { stage: "implement", fields: { who: line(), due: { type: "date" }, done: { type: "flag" } } },
  trial: { stage: "implement", fields: { prediction: text(), observation: text() } },
  log: { stage: "implement", fields: { note: text() } },
  finding: { stage: "evaluate", fields: { note: text(), sourceKind: choice(SOURCE_KINDS) } },
  decision: { stage: "evaluate", fields: { outcome: choice(OUTCOMES), note: text() } },
  agreement: { stage: "anchor", fields: { owner: line(), wakeUpMonths: choice(WAKE_UP_MONTHS), note: text() } },
} as const satisfies Record<string, CardKind>;

export type CardKindName = keyof typeof CARD_KINDS;
export const CARD_KIND_NAMES = Object.keys(CARD_KINDS) as CardKindName[];

/** Whether a word from outside names a kind of card. */
export function isCardKind(value: unknown): value is CardKindName {
  return typeof value === "string" && Object.hasOwn(CARD_KINDS, value);
}

/** The kinds of card that lie beside the document of a stage, in the order in which they are shown. */
export function cardKindsOf(stage: Stage): CardKindName[] {
  return CARD_KIND_NAMES.filter((kind) => CARD_KINDS[kind].stage === stage);
}

export type CardContent = Readonly<Record<string, string | boolean>>;
