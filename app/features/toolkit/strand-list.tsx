import { Form, useNavigation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { COMPARED_AT_MOST } from "#domain/toolkit/comparison.ts";
import type { StrandList as List } from "#server/toolkit/index.ts";
import { CompareBasket } from "./compare-basket.tsx";
import { ListFilters } from "./list-filters.tsx";
import { comparePath, toolkitPath } from "./paths.ts";
import { lineColumns, StrandLine } from "./strand-line.tsx";
import { useListForm } from "./use-list-form.ts";

/** The whole list: one GET form that holds the filters and the boxes for comparing. */
export function StrandList({ strands, chosen, total }: List) {
  const { t } = useTranslation(["toolkit", "common"]);
  const [address] = useSearchParams();
  const busy = useNavigation().location?.pathname === toolkitPath;
  const { ref, onChange, onSubmit } = useListForm();
  const chosenIds = address.getAll("strand");
  // The list was not asked for again when only a box was ticked, so a name can be in either.
  const named = chosenIds.flatMap((id) => [...strands, ...chosen].find((strand) => strand.id === id) ?? []);
  const hidden = named.filter(({ id }) => !strands.some((strand) => strand.id === id));
  const count = strands.length;

  return (
    <Form ref={ref} method="get" action={toolkitPath} onChange={onChange} onSubmit={onSubmit}>
      <ListFilters />
      {hidden.map(({ id }) => (
        <input key={id} type="hidden" name="strand" value={id} />
      ))}
      <h2 className="heard-only">{t("list.results")}</h2>
      <div className={`mt-6 grid items-end text-small ${lineColumns}`}>
        <p role="status" className="font-semibold">
          {count === total ? t("list.all", { total }) : t("list.found", { count, total })}
        </p>
        <div aria-hidden="true" className="hidden text-ink-soft lg:contents">
          <span>{t("common:evidence.monthsName")}</span>
          <span>{t("common:evidence.costName")}</span>
          <span>{t("common:evidence.strengthName")}</span>
        </div>
      </div>
      {count > 0 ? (
        <ul aria-busy={busy} className="mt-2 border-t-2 border-line-strong transition-opacity aria-busy:opacity-60">
          {strands.map((strand) => (
            <StrandLine
              key={strand.id}
              strand={strand}
              chosen={chosenIds.includes(strand.id)}
              full={named.length >= COMPARED_AT_MOST}
              comparison={
                named.length > 1 ? { path: comparePath(named.map(({ id }) => id)), count: named.length } : null
              }
            />
          ))}
        </ul>
      ) : (
        <div className="py-8">
          <EmptyState
            sentence={t("list.none")}
            example={t("list.noneExample")}
            action={
              <LinkButton to={toolkitPath} kind="secondary">
                {t("list.showAll")}
              </LinkButton>
            }
          />
        </div>
      )}
      <noscript>
        <button type="submit" formAction={comparePath([])} className="link min-h-11">
          {t("basket.withoutScript")}
        </button>
      </noscript>
      <CompareBasket chosen={named} />
    </Form>
  );
}
