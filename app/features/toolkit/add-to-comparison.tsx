import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import { TOOLKITS } from "#domain/toolkit/words.ts";
import type { Comparison } from "#server/toolkit/index.ts";
import { comparePath } from "./paths.ts";

interface AddToComparisonProps {
  chosenIds: readonly string[];
  others: Comparison["others"];
  /** The first thing to do on an empty page. */
  first: boolean;
}

/** One more strand beside those that are there: a GET form, so the new comparison is an address too. */
export function AddToComparison({ chosenIds, others, first }: AddToComparisonProps) {
  const { t } = useTranslation("toolkit");
  return (
    // A new comparison is a new form: the choice of before is in the table now.
    <Form
      key={chosenIds.join()}
      method="get"
      action={comparePath([])}
      preventScrollReset
      className="no-print flex flex-wrap items-end gap-3"
    >
      {chosenIds.map((id) => (
        <input key={id} type="hidden" name="strand" value={id} />
      ))}
      <Select
        name="strand"
        label={t("comparison.add")}
        placeholder={t("comparison.addChoose")}
        required
        options={TOOLKITS.map((toolkit) => ({
          label: t(`kitInFull.${toolkit}`),
          options: others
            .filter((other) => other.toolkit === toolkit)
            .map(({ id, name }) => ({ value: id, label: name })),
        }))}
        fieldClassName="min-w-0 grow sm:grow-0 sm:basis-80"
      />
      <Button type="submit" kind={first ? "primary" : "secondary"}>
        {t("comparison.addAction")}
      </Button>
    </Form>
  );
}
