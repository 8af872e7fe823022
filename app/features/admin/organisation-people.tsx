import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { AccountButton } from "./account-button.tsx";
import { Confirm } from "./confirm.tsx";
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
            <div className="flex min-w-0 grow basis-64 items-center gap-4">
              <Avatar id={person.id} name={person.name} named={false} />
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-2 font-medium">
                  {person.name}
                  {person.disabled ? <Tag>{t("people.closed")}</Tag> : null}
                </p>
                <p className="break-words text-small text-ink-soft">
                  {list(person.functions.map((one) => t(`function.${one}`)))}
                  {person.email ? ` · ${person.email}` : ""}
                </p>
              </div>
            </div>
            <div className="-mx-3 flex flex-wrap gap-x-1">
              {organisation.can.closeAccounts ? <AccountButton person={person} /> : null}
              <Confirm
                action={`/beheer/scholen/${organisation.id}/uitschrijving`}
                name={person.name}
                fields={{ personId: person.id }}
                verb={t("people.end")}
                title={t("people.endTitle", { name: person.name })}
                text={t(organisation.kind === "school" ? "people.endText" : "people.endTextService", {
                  name: person.name,
                })}
              />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
