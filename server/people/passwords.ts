import { type Algorithm, hash, type Options, verify } from "@node-rs/argon2";

// OWASP's first choice for Argon2id: 19 MiB, two passes. The enum of the package is ambient, so its number stands here.
const ARGON2ID = 2 satisfies Algorithm.Argon2id;
const COST: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A hash of a password that nobody has, at the same cost as a real one. Who has no account, no password yet or a closed
 * account is checked against it, so that the answer takes as long as any other (T36).
 */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$EQA8+p9kwaFUZ02vDKn74g$uoaCaPJlOaYCdTs108MFW0o+GCDmkco/ifG0pEZJY2M";

/** Hashes a password as the person typed it; the same word in another Unicode form stays the same word. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST);

/** Whether this is the password. Always costs one verification, also when there is nothing to compare with. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const same = await verify(passwordHash ?? NOBODYS, password.normalize("NFKC"));
  return same && passwordHash != null;
}
