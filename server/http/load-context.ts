import type { Services } from "#server/services.ts";

/** What the http layer knows about one visit and the pages need. */
export type Visit = {
  /** For every script and style element of the page; new for each request. */
  nonce: string;
  /** For counting tries; never for rights. */
  clientIp: string;
};

/** The pages: Remix's request handler, or a fake one in a test. */
export type PageHandler = (request: Request, visit: Visit) => Promise<Response>;

declare module "@remix-run/node" {
  /** Everything with a state reaches the pages through here: Remix bundles `app/` apart, so a module exists twice. */
  interface AppLoadContext extends Visit {
    services: Services;
  }
}
