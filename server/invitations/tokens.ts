import { createHash, randomBytes } from "node:crypto";

/** The secret of a link: 256 bits that nobody can guess. Only its hash is kept (T30). */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a text can be a token at all; whatever else stands in an address is not asked of the database. */
export const looksLikeToken = (text: unknown): text is string =>
  typeof text === "string" && /^[A-Za-z0-9_-]{43}$/.test(text);
