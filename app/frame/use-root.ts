import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "#app/root.tsx";

/** What the frame knows about this visit; undefined only while the root itself failed. */
export const useRoot = () => useRouteLoaderData<typeof loader>("root");
