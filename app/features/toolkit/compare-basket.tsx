import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { COMPARED_AT_MOST } from "#domain/toolkit/comparison.ts";
import { comparePath, toolkitPath } from "./paths.ts";

interface CompareBasketProps {
  /** In the order in which they were put aside. */
  chosen: readonly { id: string; name: string }[];
}

/** What is put aside for comparing, at the foot of the screen while the list scrolls by. */
export function CompareBasket({ chosen }: CompareBasketProps) {
  const { t } = useTranslation("toolkit");
  const [address] = useSearchParams();
  const without = (id: string) => {
    const rest = new URLSearchParams([...address].filter(([name, value]) => name !== "strand" || value !== id));
    return `${toolkitPath}?${rest}`;
  };
  if (chosen.length === 0) return null;
  const hint =
    chosen.length === 1 ? t("basket.oneMore") : chosen.length >= COMPARED_AT_MOST ? t("basket.full") : undefined;
  return (
    <section
      aria-label={t("basket.title")}
      className="no-print arrive sticky bottom-0 z-20 -mx-4 mt-4 border-t border-line bg-surface px-4 py-3 shadow-raised sm:mx-0 sm:rounded-t-large sm:border-x"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="text-small font-semibold">
          {t("basket.chosen", { count: chosen.length })}
          {hint ? <span className="font-normal text-ink-soft">. {hint}</span> : null}
        </p>
        <ul className="hidden min-w-0 grow flex-wrap gap-2 md:flex">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <Link
                to={without(id)}
                preventScrollReset
                replace
                aria-label={t("comparison.remove", { name })}
                className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-sunken px-3 text-tiny hover:bg-accent-tint"
              >
                {name}
                <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
        </ul>
        {chosen.length > 1 ? (
          <LinkButton to={comparePath(chosen.map(({ id }) => id))} size="small" className="ms-auto">
            {t("basket.go")}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
