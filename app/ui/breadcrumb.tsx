import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

export interface Crumb {
  label: string;
  to: string;
}

/** The way back up. The page itself is not in it: its title stands right below. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("breadcrumb")} className="text-small">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map(({ label, to }, index) => (
          <li key={to} className="flex gap-x-2 text-ink-soft">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            <Link to={to} prefetch="intent" className="link inline-block py-0.5">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
