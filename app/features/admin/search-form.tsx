import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";

interface SearchFormProps {
  label: string;
  /** The name of the search in the address: it works without script, and a found list can be sent to a colleague. */
  name: string;
  search: string;
  /** Hidden fields that stay in the address. */
  children?: ReactNode;
}

export function SearchForm({ label, name, search, children }: SearchFormProps) {
  const { t } = useTranslation("admin");
  return (
    <Form role="search" preventScrollReset className="flex max-w-form items-end gap-3">
      {children}
      <TextField
        key={search}
        label={label}
        name={name}
        id={`search-${name}`}
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
  );
}
