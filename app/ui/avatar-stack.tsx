import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { Avatar } from "./avatar.tsx";

interface AvatarStackProps {
  people: readonly { id: string; name: string }[];
  /** How many are drawn; the rest is a number. */
  most?: number;
  /** What these people are, for a screen reader: "Nu hier", "Team". */
  label: string;
}

/** A few people side by side: who is here, who is in the team. Read as one sentence with all the names. */
export function AvatarStack({ people, most = 5, label }: AvatarStackProps) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const rest = people.length - shown.length;
  const names = list(people.map((person) => person.name));
  return (
    <span
      role="img"
      aria-label={`${label}: ${names || t("nobody")}`}
      title={names}
      className="inline-flex items-center"
    >
      {shown.map(({ id, name }) => (
        <Avatar
          key={id}
          id={id}
          name={name}
          named={false}
          size="small"
          className="-ms-0.5 ring-2 ring-paper first:ms-0"
        />
      ))}
      {rest > 0 ? <span className="tabular ms-1.5 text-small text-ink-soft">+{rest}</span> : null}
    </span>
  );
}
