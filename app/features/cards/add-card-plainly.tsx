import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { buttonLook } from "#app/ui/button-look.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { CardKindName } from "#domain/cards/kinds.ts";

interface AddCardPlainlyProps {
  kind: CardKindName;
  given?: Readonly<Record<string, string>>;
}

/** A new card where no script runs: its title, in a form that the browser sends by itself. */
export function AddCardPlainly({ kind, given = {} }: AddCardPlainlyProps) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const [cardId] = useState(() => crypto.randomUUID());
  return (
    <Disclosure summary={t(`card.add.${kind}`)}>
      <form method="post" action={cyclePaths.cards(view.cycle.id)} className="flex flex-col items-start gap-3">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="cardId" value={cardId} />
        {Object.entries(given).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="title"
          id={`plain-${kind}-${given.sourceKind ?? ""}`}
          label={t(`card.title.${kind}`)}
          placeholder={t(`card.example.${kind}`)}
          autoComplete="off"
          fieldClassName="w-full"
        />
        <button type="submit" className={buttonLook("secondary", "small")}>
          {t("card.addOne")}
        </button>
      </form>
    </Disclosure>
  );
}
