import { isRouteErrorResponse } from "@remix-run/react";

const known = ["403", "404", "409", "413", "422", "429", "503"] as const;

/** The page for what went wrong. What is not an answer of ours is a fault of ours. */
export function errorKindOf(error: unknown): (typeof known)[number] | "500" {
  if (!isRouteErrorResponse(error)) return "500";
  return known.find((status) => status === String(error.status)) ?? "500";
}
