import { useSubmit } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useSay } from "#app/ui/status-region.tsx";
import type { ShownCard } from "./card-shape.ts";

export const removalKey = (cardId: string): string => `card-removal-${cardId}`;

/** Takes a card away and offers to put it back; for 30 days the bin of the cycle does so too. */
export function useRemoveCard() {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const submit = useSubmit();
  const say = useSay();
  const cycleId = view.cycle.id;
  // Sent without a place on the page: the card that asked is gone from the screen before the answer comes.
  const send = (fetcherKey: string, action: string) =>
    submit({}, { method: "post", action, navigate: false, fetcherKey });
  const putBack = ({ id }: ShownCard) => send(`card-return-${id}`, cyclePaths.cardReturn(cycleId, id));
  return (card: ShownCard, onPutBack: () => void) => {
    send(removalKey(card.id), cyclePaths.cardRemoval(cycleId, card.id));
    say({
      text: t("card.removed", { title: card.title }),
      action: {
        label: t("card.undo"),
        onPress: () => {
          onPutBack();
          putBack(card);
        },
      },
    });
  };
}
