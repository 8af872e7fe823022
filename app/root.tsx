import interfaceFont from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData, useRouteError } from "@remix-run/react";
import { lazy, type ReactNode, useState } from "react";
import { Document } from "./frame/document.tsx";
import { ErrorPage } from "./frame/error-page.tsx";
import { loadedWorkingShell, loadWorkingShell } from "./frame/load-working-shell.ts";
import { preferencesOf } from "./frame/preferences.ts";
import { viewerOf } from "./frame/viewer.server.ts";
import { thrownAnswer } from "./session/answer-failure.server.ts";
import styles from "./styles/app.css?url";

export const links: LinksFunction = () => [
  // The face of nearly every word. Titles wait for theirs: the stand-in is as wide and as tall.
  { rel: "preload", href: interfaceFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request, context).catch((thrown: unknown) => {
    throw thrownAnswer(thrown, request);
  });
  return json({ ...preferencesOf(request), viewer });
}

export function Layout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}

// A visitor who reads the toolkit does not pay for what only signed-in people need.
const LateShell = lazy(loadWorkingShell);

/**
 * Once the shell has come it is rendered as itself: a lazy one waits for a moment even then, and a key or a click at
 * that moment, while the page wakes up, makes React give up the whole page.
 */
function WorkingShell() {
  const [Shell] = useState(() => loadedWorkingShell() ?? LateShell);
  return <Shell />;
}

export default function Root() {
  const { viewer } = useLoaderData<typeof loader>();
  return viewer ? <WorkingShell /> : <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}

// Who is looking changes only by an action (sign-in, sign-out, a preference) or when a page is asked for again.
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const movesToAnotherPage = currentUrl.href !== nextUrl.href && (formMethod === undefined || formMethod === "GET");
  return movesToAnotherPage ? false : defaultShouldRevalidate;
}
