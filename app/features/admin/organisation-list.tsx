import { useTranslation } from "react-i18next";
import { TextLink } from "#app/ui/text-link.tsx";
import type { OrganisationKind } from "#domain/people/words.ts";
import { Part } from "./part.tsx";
import { SearchForm } from "./search-form.tsx";

interface OrganisationListProps {
  organisations: readonly { id: string; kind: OrganisationKind; name: string; municipality: string | null }[];
  search: string;
}

/** The schools and services that somebody manages. The search is in the address, so that it can be kept and shared. */
export function OrganisationList({ organisations, search }: OrganisationListProps) {
  const { t } = useTranslation("admin");
  return (
    <Part id="organisations" title={t("organisations.title")}>
      <SearchForm label={t("organisations.search")} name="zoek" search={search} />
      {organisations.length === 0 ? <p className="text-ink-soft">{t("organisations.none")}</p> : null}
      <ul className="grid divide-y divide-line">
        {organisations.map(({ id, kind, name, municipality }) => (
          <li key={id} className="py-3">
            <TextLink to={`/beheer/scholen/${id}`} className="font-medium">
              {name}
            </TextLink>
            <p className="text-small text-ink-soft">
              {[t(`organisations.kind.${kind}`), municipality].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
