import { Link, NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Avatar } from "#app/ui/avatar.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { ProductMark } from "#app/ui/loop/product-mark.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { PreferenceForms } from "./preference-forms.tsx";
import { SignOut } from "./sign-out.tsx";
import { useRoot } from "./use-root.ts";
import { pathOf, type Viewer } from "./viewer.ts";

const navigationOf = (viewer: Viewer | null | undefined) =>
  viewer ? (["start", "toolkit", ...viewer.places] as const) : (["toolkit"] as const);

function Navigation({ viewer, className }: { viewer: Viewer | null | undefined; className: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("frame.navigation")} className={className}>
      <ul className="flex flex-col gap-x-1 sm:flex-row">
        {navigationOf(viewer).map((place) => (
          <li key={place}>
            <NavLink
              to={pathOf[place]}
              prefetch="intent"
              className={({ isActive }) =>
                classNames(
                  "flex min-h-11 items-center px-3 text-small transition-colors hover:text-accent",
                  isActive ? "font-semibold text-ink shadow-[inset_0_-2px_0_var(--accent)]" : "text-ink-soft",
                )
              }
            >
              {t(`frame.place.${place}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SiteHeader() {
  const { t } = useTranslation();
  const viewer = useRoot()?.viewer;
  return (
    <header data-frame="header" className="border-b border-line bg-paper">
      <div className="mx-auto flex w-full max-w-wide items-center gap-x-3 px-4 sm:px-6">
        <Link to={pathOf.home} className="flex items-center gap-2 py-3 text-ink">
          <ProductMark className="size-7" />
          <span className="font-serif text-title-4 font-semibold tracking-tight">{t("product")}</span>
        </Link>
        <Navigation viewer={viewer} className="ms-4 hidden grow sm:block" />
        <div className="ms-auto flex items-center gap-2">
          {viewer ? null : (
            <LinkButton to={pathOf.signIn} kind="quiet" size="small">
              {t("frame.signIn")}
            </LinkButton>
          )}
          <Menu
            label={viewer ? viewer.name : t("frame.display")}
            lead={viewer ? <Avatar id={viewer.id} name={viewer.name} size="small" named={false} /> : undefined}
            shortLabel={t("frame.menu")}
          >
            <Navigation viewer={viewer} className="border-b border-line pb-2 sm:hidden" />
            <PreferenceForms />
            {viewer ? <SignOut /> : null}
          </Menu>
        </div>
      </div>
    </header>
  );
}
