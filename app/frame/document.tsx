import { Links, Meta, Scripts, ScrollRestoration, useFetchers, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { everywhere } from "#app/i18n/namespaces.ts";
import withoutScript from "#app/styles/without-script.css?url";
import { AppFrame } from "./app-frame.tsx";
import { errorKindOf } from "./error-kind.ts";
import { useNonce } from "./nonce.ts";
import { RouteAnnouncer } from "./route-announcer.tsx";
import { namespacesOf, titleOf, widthOf } from "./route-handle.ts";
import { type Theme, themeFrom } from "./themes.ts";
import { useRoot } from "./use-root.ts";

/** A theme that was just chosen shows at once, before the server has set the cookie. */
function useTheme(): Theme {
  const root = useRoot();
  const chosen = useFetchers()
    .find((fetcher) => fetcher.formAction === "/weergave")
    ?.formData?.get("theme");
  return chosen ? themeFrom(chosen) : (root?.theme ?? "auto");
}

export function Document({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const theme = useTheme();
  const matches = useMatches();
  const { t, i18n } = useTranslation([...everywhere, ...namespacesOf(matches)]);
  const error = useRouteError();
  const page = error == null ? titleOf(matches, t) : t(`errors:page.${errorKindOf(error)}.title`);
  const title = page ? `${page} · ${t("common:product")}` : t("common:product");
  return (
    <html lang={i18n.language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <Meta />
        <Links />
        <noscript>
          <link rel="stylesheet" href={withoutScript} />
        </noscript>
      </head>
      <body>
        <AppFrame width={widthOf(matches)}>{children}</AppFrame>
        <RouteAnnouncer title={title} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
