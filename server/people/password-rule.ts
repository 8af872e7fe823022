export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** What people type when they do not want to think; also with digits and signs around it, or twice. */
const OBVIOUS = [
  "wachtwoord",
  "paswoord",
  "password",
  "welkom",
  "welcome",
  "azerty",
  "azertyuiop",
  "qwerty",
  "qwertyuiop",
  "leerlus",
  "leerpunt",
  "school",
  "leerkracht",
  "juf",
  "meester",
  "geheim",
  "secret",
  "admin",
  "letmein",
  "iloveyou",
  "abcdefghij",
  "vlaanderen",
  "onderwijs",
];

const RUNS = ["01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz"];

export type PasswordRefusal = "required" | "too-short" | "too-long" | "too-obvious" | "like-the-address";

/**
 * Why a new password is refused, or null. Length counts; no rules about kinds of characters, because those make
 * passwords worse (NIST SP 800-63B, section 5.1.1.2).
 */
export function refusePassword(password: string, email: string): PasswordRefusal | null {
  const length = [...password].length;
  if (length === 0) return "required";
  if (length < PASSWORD_LENGTH.least) return "too-short";
  if (length > PASSWORD_LENGTH.most) return "too-long";

  const plain = password.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const [mailbox = ""] = email.toLowerCase().split("@");
  if (plain === email.toLowerCase() || plain === mailbox) return "like-the-address";
  return isObvious(plain) ? "too-obvious" : null;
}

function isObvious(plain: string): boolean {
  if (new Set(plain).size < 4) return true;
  if (RUNS.some((run) => run.repeat(2).includes(plain) || plain.startsWith(run.slice(0, 10)))) return true;
  const letters = plain.replace(/[^\p{L}]/gu, "");
  return OBVIOUS.some((word) => letters === word || letters === word.repeat(2));
}
