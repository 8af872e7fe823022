import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ConfirmRemoval } from "./confirm-removal.tsx";
import type { Organisation } from "./organisation-screen.ts";
import { Part } from "./part.tsx";

/** Who belongs to the organisation, with their functions there. */
export function OrganisationPeople({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation("admin");
  const { list } = useFormat();
  return (
    <Part id="people" title={t("people.title")}>
      {organisation.people.length === 0 ? <p className="text-ink-soft">{t("people.none")}</p> : null}
      <ul className="grid divide-y divide-line">
        {organisation.people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <Avatar id={person.id} name={person.name} named={false} />
            <div className="min-w-40 grow">
              <p className="font-medium">{person.name}</p>
              <p className="break-words text-small text-ink-soft">
                {list(person.functions.map((one) => t(`function.${one}`)))}
                {person.email ? ` · ${person.email}` : ""}
              </p>
            </div>
            <ConfirmRemoval
              action={`/beheer/scholen/${organisation.id}/uitschrijving`}
              person={person}
              verb={t("people.end")}
              title={t("people.endTitle", { name: person.name })}
              text={t("people.endText", { name: person.name })}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
