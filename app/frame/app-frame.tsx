import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/class-names.ts";
import { StatusRegion } from "#app/ui/status-region.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { useRoot } from "./use-root.ts";

const widths = { page: "max-w-page md:pt-10", wide: "max-w-wide", full: "max-w-none md:pt-10" };

/** What is around every page: a way past the header, the header, one main part, the footer, and the spoken notices. */
export function AppFrame({ width, children }: { width: keyof typeof widths; children: ReactNode }) {
  const { t } = useTranslation();
  const viewer = useRoot()?.viewer;
  return (
    <StatusRegion>
      <div className="flex min-h-dvh flex-col">
        <a
          href="#main"
          data-frame="skip"
          className="absolute start-4 -top-20 z-50 rounded-base bg-accent px-4 py-2 text-on-accent focus:top-3"
        >
          {t("frame.skip")}
        </a>
        <SiteHeader />
        <main
          id="main"
          tabIndex={-1}
          className={classNames("mx-auto w-full grow px-4 pt-6 pb-20 sm:px-6", widths[width])}
        >
          {viewer ? (
            <noscript>
              <p className="mb-6 text-small text-ink-soft">{t("frame.withoutScript")}</p>
            </noscript>
          ) : null}
          {children}
        </main>
        <SiteFooter />
      </div>
    </StatusRegion>
  );
}
