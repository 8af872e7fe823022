import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import { type FieldName, fieldsOf, type ShownCard, textOf } from "./card-shape.ts";

interface CardFactsProps {
  card: ShownCard;
  /** Facts that the place already shows. */
  leaveOut?: readonly string[];
}

/** The short facts of a card in one quiet line: kind of source, voice, who, by when. */
export function CardFacts({ card, leaveOut = [] }: CardFactsProps) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const { view } = useCycle();
  const facts = fieldsOf(card.kind).flatMap(([name, field]): { name: FieldName; shown: ReactNode }[] => {
    const value = textOf(card, name);
    if (value === "" || leaveOut.includes(name) || field.type === "text" || field.type === "flag") return [];
    if (field.type === "choice") return [{ name, shown: t(`card.choice.${value as "practice"}`) }];
    if (field.type === "date") return [{ name, shown: t("card.due", { date: date(value, "short") }) }];
    if (field.type === "strand") return [{ name, shown: view.strands.find(({ id }) => id === value)?.name ?? value }];
    if (field.type === "link")
      return [{ name, shown: <TextLink to={value}>{URL.canParse(value) ? new URL(value).hostname : value}</TextLink> }];
    return [{ name, shown: value }];
  });
  if (facts.length === 0) return null;
  return (
    <p className="text-tiny text-ink-soft">
      {facts.map(({ name, shown }, index) => (
        <span key={name}>
          {index > 0 ? " · " : null}
          <span className="heard-only">{t(`card.field.${name}`)} </span>
          {shown}
        </span>
      ))}
    </p>
  );
}

/** The longer texts of a card. Folded: the first lines of the first one; open: all, each under its question. */
export function CardTexts({ card, open }: { card: ShownCard; open: boolean }) {
  const { t } = useTranslation("cycles");
  const texts = fieldsOf(card.kind)
    .filter(([name, field]) => field.type === "text" && textOf(card, name) !== "")
    .map(([name]): [FieldName, string] => [name, textOf(card, name)]);
  const first = texts[0];
  if (!first) return null;
  if (!open) return <p className="line-clamp-2 text-small text-ink-soft">{first[1]}</p>;
  return (
    <dl className="flex flex-col gap-2 text-small">
      {texts.map(([name, text]) => (
        <div key={name}>
          <dt className={name === "note" ? "heard-only" : "text-tiny text-ink-soft"}>{t(`card.field.${name}`)}</dt>
          <dd className="whitespace-pre-line break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
