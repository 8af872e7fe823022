import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { Avatar } from "#app/ui/avatar.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { listUnplacedPeople } from "#server/people/index.ts";
import { AccountButton } from "./account-button.tsx";
import { Part } from "./part.tsx";

/** Who can sign in and is in no school or service: without this list nobody would find their account. */
export function UnplacedPeople({ people }: { people: SerializeFrom<Awaited<ReturnType<typeof listUnplacedPeople>>> }) {
  const { t } = useTranslation("admin");
  if (people.length === 0) return null;
  return (
    <Part id="unplaced" title={t("people.unplaced")}>
      <p className="text-small text-ink-soft">{t("people.unplacedLead")}</p>
      <ul className="grid divide-y divide-line">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <div className="flex min-w-0 grow basis-64 items-center gap-4">
              <Avatar id={person.id} name={person.name} named={false} />
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-2 font-medium">
                  {person.name}
                  {person.disabled ? <Tag>{t("people.closed")}</Tag> : null}
                </p>
                <p className="break-words text-small text-ink-soft">{person.email}</p>
              </div>
            </div>
            <div className="-mx-3">
              <AccountButton person={person} />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
