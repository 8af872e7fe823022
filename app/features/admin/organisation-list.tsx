import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { OrganisationKind } from "#domain/people/words.ts";
import { Part } from "./part.tsx";

interface OrganisationListProps {
  organisations: readonly { id: string; kind: OrganisationKind; name: string; municipality: string | null }[];
  search: string;
}

/** The schools and services that somebody manages. The search is in the address, so that it can be kept and shared. */
export function OrganisationList({ organisations, search }: OrganisationListProps) {
  const { t } = useTranslation("admin");
  return (
    <Part id="organisations" title={t("organisations.title")}>
      <Form role="search" className="flex max-w-form items-end gap-3">
        <TextField
          key={search}
          label={t("organisations.search")}
          name="zoek"
          type="search"
          defaultValue={search}
          maxLength={100}
          autoComplete="off"
          fieldClassName="grow"
        />
        <Button type="submit" kind="secondary" icon={Search}>
          {t("organisations.searchAction")}
        </Button>
      </Form>
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
