import type { CycleCard } from "#app/features/cycles/cycle-context.ts";
import { CARD_KINDS, type CardKindName, type Field } from "#domain/cards/kinds.ts";

/** A card on the screen; `pending` while the server has not answered yet. */
export interface ShownCard {
  id: string;
  kind: CardKindName;
  title: string;
  content: Readonly<Record<string, string | boolean>>;
  version: number;
  changedBy: string | null;
  pending?: boolean;
}

export const shown = (card: CycleCard): ShownCard => ({
  id: card.id,
  kind: card.kind as CardKindName,
  title: card.title,
  content: card.content as ShownCard["content"],
  version: card.version,
  changedBy: card.changedBy,
});

/** The fields of a kind besides the title, in their order. */
export const fieldsOf = (kind: CardKindName): [name: FieldName, field: Field][] =>
  Object.entries(CARD_KINDS[kind].fields) as [FieldName, Field][];

/** Every field that any kind of card has; the catalogue has a word for each. */
export type FieldName =
  | "note"
  | "sourceKind"
  | "perspective"
  | "verdict"
  | "forWhom"
  | "howMuch"
  | "byWhen"
  | "strand"
  | "link"
  | "sign"
  | "who"
  | "due"
  | "done"
  | "prediction"
  | "observation"
  | "outcome"
  | "owner"
  | "wakeUpMonths";

export const textOf = (card: Pick<ShownCard, "content">, name: string): string => {
  const value = card.content[name];
  return typeof value === "string" ? value : "";
};
