import { randomBytes } from "node:crypto";
import { chown, lstat, mkdtemp, readFile, rmdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Account } from "#db/embedded/account.ts";
import type { Home } from "#db/embedded/home.ts";
import { isAlive, readPostmasterFile } from "#db/embedded/postmaster-file.ts";

export interface SocketAddress {
  kind: "socket";
  folder: string;
  port: number;
}
export interface LoopbackAddress {
  kind: "loopback";
  port: number;
  password: string;
}
export type Address = SocketAddress | LoopbackAddress;
export type Transport = Address["kind"];

/** A socket's path has 104–108 bytes on the systems we know; ".s.PGSQL.5432.lock" comes behind the folder. */
const longestSocketFolder = 85;
const shortFolder = "/tmp/leerlus-socket-";

/**
 * Where the server of this home listens: a unix socket in its data folder, which only its account can enter, and no
 * network. On Windows, where Node knows no unix sockets, it is the loopback with a random password.
 */
export async function chooseAddress(
  home: Home,
  transport: Transport = process.platform === "win32" ? "loopback" : "socket",
): Promise<Address> {
  const last = await readPostmasterFile(home.data);
  if (transport === "loopback") {
    const port = last && isAlive(last.pid) ? last.port : await freePort();
    return { kind: "loopback", port, password: await passwordOf(home) };
  }
  const folder =
    Buffer.byteLength(home.data) <= longestSocketFolder
      ? home.data
      : await shortFolderFor(home.account, last?.socketFolder ?? "");
  return { kind: "socket", folder, port: 5432 };
}

/** For postgres.js, as the given role. */
export function connectionTo(address: Address, user: string) {
  return address.kind === "socket"
    ? { host: address.folder, port: address.port, user }
    : { host: "127.0.0.1", port: address.port, user, password: address.password };
}

/** For DATABASE_URL, psql and `openDatabase` alike. */
export function urlOf(address: Address, user: string, database: string): string {
  return address.kind === "socket"
    ? `postgres:///${database}?host=${encodeURIComponent(address.folder)}&port=${address.port}&user=${user}`
    : `postgres://${user}:${address.password}@127.0.0.1:${address.port}/${database}`;
}

/** The folder a left-over server listens in is kept: it is how we find it again. */
async function shortFolderFor(account: Account, last: string): Promise<string> {
  const owner = account?.uid ?? process.getuid?.();
  const found = last.startsWith(shortFolder) ? await lstat(last).catch(() => null) : null;
  // Anybody may make folders there: one that is not the account's own, and closed, is somebody else's trap.
  if (found?.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return last;
  const folder = await mkdtemp(shortFolder);
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

/** After the server has stopped and taken its socket away: an empty folder, or it stays. The data's own stays anyhow. */
export async function removeSocketFolder(address: Address, data: string): Promise<void> {
  if (address.kind === "socket" && address.folder !== data) await rmdir(address.folder).catch(() => {});
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Made once per home; of two first starts at once, the second takes the first one's. */
async function passwordOf(home: Home): Promise<string> {
  const file = join(home.folder, "password");
  await writeFile(file, randomBytes(24).toString("hex"), { flag: "wx", mode: 0o600 }).catch(() => {});
  if (home.account) await chown(file, home.account.uid, home.account.gid);
  return (await readFile(file, "utf8")).trim();
}

export const passwordFile = (home: Home) => join(home.folder, "password");
