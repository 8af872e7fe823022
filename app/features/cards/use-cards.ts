import { useFetchers } from "@remix-run/react";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { type CardKindName, isCardKind } from "#domain/cards/kinds.ts";
import { fieldsOf, type ShownCard, shown } from "./card-shape.ts";

/** The cards of a kind: those that the server has, and those that were just sent, at once. */
export function useCards(kind: CardKindName): ShownCard[] {
  const { view } = useCycle();
  const fetchers = useFetchers();
  const known = view.cards.filter((card) => card.kind === kind).map(shown);
  const ids = new Set(known.map(({ id }) => id));
  const sent = fetchers.flatMap(({ formAction, formData }) =>
    formAction === cyclePaths.cards(view.cycle.id) && formData?.get("kind") === kind ? [asCard(formData)] : [],
  );
  return [...known, ...sent.filter((card): card is ShownCard => card !== null && !ids.has(card.id))];
}

function asCard(form: FormData): ShownCard | null {
  const kind = form.get("kind");
  const title = String(form.get("title") ?? "").trim();
  if (!isCardKind(kind) || title === "") return null;
  const content = Object.fromEntries(fieldsOf(kind).map(([name]) => [name, String(form.get(name) ?? "")]));
  return { id: String(form.get("cardId")), kind, title, content, version: 0, changedBy: null, pending: true };
}
