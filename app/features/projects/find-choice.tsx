import { useTranslation } from "react-i18next";
import { SearchForm } from "#app/features/admin/search-form.tsx";

interface FindChoiceProps {
  label: string;
  /** The name of the search in the address. */
  name: string;
  choice: { search: string; found: readonly unknown[]; more: boolean };
  /** What else is searched on this page: it stays. */
  others: Readonly<Record<string, string>>;
}

/** Narrows a list of very many; nothing where the list is whole. */
export function FindChoice({ label, name, choice, others }: FindChoiceProps) {
  const { t } = useTranslation("admin");
  const { search, found, more } = choice;
  if (search === "" && !more) return null;
  return (
    <div className="grid gap-2">
      <SearchForm label={label} name={name} search={search}>
        {Object.entries(others).map(([other, value]) =>
          value ? <input key={other} type="hidden" name={other} value={value} /> : null,
        )}
      </SearchForm>
      <p role="status" className="text-small text-ink-soft">
        {found.length === 0 ? t("organisations.none") : null}
        {more ? t("project.more", { shown: found.length }) : null}
      </p>
    </div>
  );
}
