import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadWorkingShell } from "./frame/load-working-shell.ts";
import type { RouteHandle } from "./frame/route-handle.ts";
import type { Viewer } from "./frame/viewer.ts";
import { startI18n } from "./i18n/i18n.client.ts";
import { languageFrom } from "./i18n/languages.ts";

declare global {
  interface Window {
    /** Written by Remix before this file runs: the modules of the routes on the page. */
    __remixRouteModules: Record<string, { handle?: RouteHandle } | undefined>;
    __remixContext: { state: { loaderData?: { root?: { viewer: Viewer | null } | null } | null } };
  }
}

async function hydrate() {
  const ofThisPage = Object.values(window.__remixRouteModules).flatMap((route) => route?.handle?.namespaces ?? []);
  const signedIn = Boolean(window.__remixContext.state.loaderData?.root?.viewer);
  const shell = signedIn ? loadWorkingShell() : null;
  const i18n = await startI18n(languageFrom(document.documentElement.lang), ofThisPage);
  await shell;
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

const RELOADED = "leerlus-reloaded";

/**
 * A file of this page did not come: a release since it was made may have taken it away, and the page as it is now names
 * others. Once, until a page has come in whole: a second time it would be a loop, and the page works without script.
 */
function reloadOnce(error: unknown) {
  if (!navigator.onLine || sessionStorage.getItem(RELOADED)) throw error;
  sessionStorage.setItem(RELOADED, "1");
  window.location.reload();
}

hydrate().then(() => sessionStorage.removeItem(RELOADED), reloadOnce);
