import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";

/** The account PostgreSQL runs as; null is our own. */
export type Account = { uid: number; gid: number; name: string } | null;

/**
 * PostgreSQL refuses to run as root, so root lends it an account that exists anyway: the owner of the data when there
 * are data, else `postgres`, else `nobody`. No account is ever made.
 */
export async function accountFor(data: string): Promise<Account> {
  const owner = await stat(data).catch(() => null);
  if (!process.getuid) return null; // Windows: pg_ctl sees to it
  const self = process.getuid();
  if (self !== 0) {
    if (owner && owner.uid !== self) throw notOurs(data, await nameOf(owner.uid));
    return null;
  }
  // Made by an ordinary user or before `postgres` was installed: only its owner may run it.
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: await nameOf(owner.uid) };
  const accounts = await knownAccounts();
  const account = accounts.find(({ name }) => name === "postgres") ?? accounts.find(({ name }) => name === "nobody");
  if (account) return account;
  throw new EmbeddedError(
    "start",
    "PostgreSQL does not run as root, and this machine has no account “postgres” or “nobody” to run it. Nothing was changed. Start Leerlus as an ordinary user, or set DATABASE_URL to a database of yours.",
  );
}

async function knownAccounts(): Promise<{ name: string; uid: number; gid: number }[]> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  return lines.map((line) => {
    const [name = "", , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

async function nameOf(uid: number): Promise<string> {
  return (await knownAccounts()).find((account) => account.uid === uid)?.name ?? `number ${uid}`;
}

function notOurs(data: string, owner: string): EmbeddedError {
  return new EmbeddedError(
    "foreign-owner",
    `The data in ${data} belong to the account “${owner}”; Leerlus was probably started as root before. They are safe and untouched. Start it in the same way again, or make the folder yours: sudo chown -R "$(id -un)" ${JSON.stringify(dirname(data))}`,
  );
}
