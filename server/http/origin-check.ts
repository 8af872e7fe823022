export type OriginFacts = {
  method: string;
  origin: string | undefined;
  secFetchSite: string | undefined;
};

/**
 * Whether this request may come in as far as its origin goes. Reading (GET, HEAD) may come from anywhere: the session
 * cookie is SameSite and answers are not readable across origins. Everything else must come from one of our own pages,
 * by exact comparison, and a request that does not say where it comes from is refused: every browser since 2020 says
 * it. Remix's own check leaves out `?_data=` and resource routes; this one stands before all of them (hostile T28).
 */
export function mayComeFrom(facts: OriginFacts, allowed: readonly string[]): boolean {
  if (facts.method === "GET" || facts.method === "HEAD") return true;
  // Both must agree when both are there: two of our own origins are still foreign to each other.
  if (facts.secFetchSite !== undefined && facts.secFetchSite !== "same-origin") return false;
  if (facts.origin !== undefined) return allowed.includes(facts.origin);
  return facts.secFetchSite === "same-origin";
}
