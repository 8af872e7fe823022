export type HeaderSettings = {
  publicOrigins: readonly [string, ...string[]];
  /** Vite injects the styles of a page as it is edited, without a nonce. */
  developing: boolean;
};

const SWITCHED_OFF = ["camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb"];
const TWO_YEARS_IN_SECONDS = 63_072_000;

/** The headers of every answer, files and refusals included. */
export function baseHeaders({ publicOrigins }: Pick<HeaderSettings, "publicOrigins">): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": SWITCHED_OFF.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    // Browsers ignore it over plain http, so it follows the address that people use, not the hop before us.
    ...(publicOrigins[0].startsWith("https:") && {
      "Strict-Transport-Security": `max-age=${TWO_YEARS_IN_SECONDS}`,
    }),
  };
}

/** For answers that run nothing and fetch nothing: files, probes, plain refusals. */
export const INERT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The content security policy of a page. Scripts run by nonce or from our own files. Style *attributes* stay allowed:
 * server-rendered widths and the visually hidden texts of the component library are attributes, and one cannot run
 * anything; style *elements* need the nonce.
 */
export function pagePolicy(nonce: string, { publicOrigins, developing }: HeaderSettings): string {
  // 'self' covers WebSockets only in newer browsers.
  const sockets = publicOrigins.map((origin) => origin.replace(/^http/, "ws"));
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${sockets.join(" ")}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(publicOrigins[0].startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
