// A made-up origin that no deployment has: whatever resolves to another one has left the site.
const HERE = "http://return.invalid";
const LONGEST = 2000;

/**
 * Where to go after signing in, signing out or switching language, when the wish comes from outside (a query
 * parameter, a form field, a mail). Always a path of our own, as the browser will read it; anything else becomes
 * `fallback` (hostile T35).
 */
export function safeReturnPath(wish: unknown, fallback = "/"): string {
  if (typeof wish !== "string" || wish.length > LONGEST || !wish.startsWith("/")) return fallback;
  if (!URL.canParse(wish, HERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(wish, HERE);
  // The parsed form is judged, not the given one: "/..//evil" and "/.%2e//evil" only become "//evil" by parsing.
  if (origin !== HERE || looksForeign(pathname) || looksForeign(decoded(pathname))) return fallback;
  // Browsers drop tabs and line breaks inside an address before they read it.
  if (/[\p{Cc}\\]/u.test(wish)) return fallback;
  return pathname + search + hash;
}

function looksForeign(path: string): boolean {
  return /^\/[/\\\s]/.test(path) || /[\p{Cc}\\]/u.test(path);
}

/** Decoded as often as a chain of proxies might do it; what still changes after that is nobody's honest address. */
function decoded(path: string): string {
  let text = path;
  for (let round = 0; round < 3; round += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}
