import { Link, useSearchParams } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { STRAND_SORTS } from "#domain/toolkit/sorting.ts";
import { COST_STEPS, EVIDENCE_STEPS, MONTH_STEPS } from "#domain/toolkit/steps.ts";
import { TOOLKITS } from "#domain/toolkit/words.ts";
import { toolkitPath } from "./paths.ts";

/** What the list can be narrowed by, as fields of its form. */
export function ListFilters() {
  const { t } = useTranslation("toolkit");
  const [address] = useSearchParams();
  const searching = Boolean(address.get("q"));
  const filtering = ["toolkit", "months", "cost", "evidence"].some((name) => address.get(name));
  // The first choice has no value of its own: what comes first by itself need not stand in the address.
  const [usual, ...others] = searching ? (["fit", ...STRAND_SORTS] as const) : STRAND_SORTS;

  const choice = (name: string, label: string, any: string, options: { value: string; label: string }[]) => (
    <Select
      name={name}
      label={label}
      options={[{ value: "", label: any }, ...options]}
      defaultValue={address.get(name) ?? ""}
      className="text-small"
    />
  );

  return (
    <search aria-label={t("list.form")} className="no-print flex flex-col gap-4 border-y border-line py-5">
      <div className="flex items-end gap-2">
        <TextField
          type="search"
          name="q"
          label={t("list.search")}
          placeholder={t("list.searchExample")}
          defaultValue={address.get("q") ?? ""}
          maxLength={200}
          autoComplete="off"
          fieldClassName="grow"
        />
        <Button type="submit" kind="secondary">
          {t("list.find")}
        </Button>
      </div>
      <details
        open={filtering}
        className="group md:[&::details-content]:[block-size:auto] md:[&::details-content]:[content-visibility:visible]"
      >
        <summary className="inline-flex min-h-9 items-center gap-1.5 text-small font-medium text-accent supports-[selector(::details-content)]:md:hidden">
          <Icon of={ChevronRight} className="transition-transform group-open:rotate-90" />
          {t("list.filters")}
        </summary>
        <div className="grid grid-cols-2 gap-x-3 gap-y-3 pt-2 text-small md:grid-cols-3 lg:grid-cols-5 md:pt-0">
          {choice(
            "toolkit",
            t("list.toolkit"),
            t("list.anyToolkit"),
            TOOLKITS.map((value) => ({ value, label: t(`kit.${value}`) })),
          )}
          {choice(
            "months",
            t("list.monthsAtLeast"),
            t("list.any"),
            MONTH_STEPS.map((value) => ({ value, label: t(`list.monthStep.${value}`) })),
          )}
          {choice(
            "cost",
            t("list.costAtMost"),
            t("list.any"),
            COST_STEPS.map((value) => ({ value, label: t(`list.costStep.${value}`) })),
          )}
          {choice(
            "evidence",
            t("list.evidenceAtLeast"),
            t("list.any"),
            EVIDENCE_STEPS.map((value) => ({ value, label: t(`list.evidenceStep.${value}`) })),
          )}
          {choice(
            "sort",
            t("list.sort"),
            t(`list.sortBy.${usual}`),
            others.map((value) => ({ value, label: t(`list.sortBy.${value}`) })),
          )}
        </div>
      </details>
      <noscript>
        <button type="submit" className="link min-h-9">
          {t("list.apply")}
        </button>
      </noscript>
      {filtering || searching ? (
        <p className="text-small">
          <Link to={withoutFilters(address)} preventScrollReset className="link inline-block py-0.5">
            {t("list.clear")}
          </Link>
        </p>
      ) : null}
    </search>
  );
}

/** Clearing the filters leaves what was put aside for comparing. */
function withoutFilters(address: URLSearchParams): string {
  const kept = new URLSearchParams(address.getAll("strand").map((id) => ["strand", id])).toString();
  return kept ? `${toolkitPath}?${kept}` : toolkitPath;
}
