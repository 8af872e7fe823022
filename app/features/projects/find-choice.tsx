import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";

interface FindChoiceProps {
  label: string;
  /** The name of the search in the address. */
  name: string;
  choice: { search: string; found: readonly unknown[]; more: boolean };
  /** What else is searched on this page: it stays. */
  others: Readonly<Record<string, string>>;
}

/** Narrows a list of very many by a search in the address, so that it works without script too. */
export function FindChoice({ label, name, choice, others }: FindChoiceProps) {
  const { t } = useTranslation("admin");
  const { search, found, more } = choice;
  if (search === "" && !more) return null;
  return (
    <Form role="search" preventScrollReset className="grid max-w-form gap-2">
      {Object.entries(others).map(([other, value]) =>
        value ? <input key={other} type="hidden" name={other} value={value} /> : null,
      )}
      <div className="flex items-end gap-3">
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
      </div>
      <p role="status" className="text-small text-ink-soft">
        {found.length === 0 ? t("organisations.none") : null}
        {more ? t("project.more", { shown: found.length }) : null}
      </p>
    </Form>
  );
}
