import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { access, chmod, lstat, mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Account, accountFor } from "#db/embedded/account.ts";
import { EmbeddedError } from "#db/embedded/embedded-error.ts";
import { run } from "#db/embedded/run.ts";

/** Where the built-in database keeps everything: `postgres/` (the data), its log, and copied programs where needed. */
export interface Home {
  folder: string;
  data: string;
  account: Account;
}

const defaultFallbacks = ["/var/lib/leerlus", "/var/tmp/leerlus"];
/** Says where the data are when they could not be in the folder itself. */
const signpost = "elsewhere.json";

/**
 * The folder itself, in nearly every case. Only when root runs us and PostgreSQL's account cannot enter the folder
 * (a home folder of root's is closed to others) the data go under /var, and a signpost in the folder says so: were it
 * found by its name alone, opening up that home folder later would show an empty database.
 */
export async function chooseHome(folder: string, fallbacks = defaultFallbacks): Promise<Home> {
  const here = await makeFolder(folder);
  const elsewhere = await readSignpost(here);
  if (elsewhere && !existsSync(dataIn(elsewhere))) throw goneFrom(elsewhere, here);
  const home = await homeAt(elsewhere ?? here);
  if (!home.account || (await canEnter(home.account, home.folder))) return home;
  if (existsSync(home.data)) throw closedTo(home.account.name, home.data);
  return homeUnder(fallbacks, here, home.account.name);
}

/** Written once the data are there, so that a signpost never points at nothing. True when it is new. */
export async function putSignpost(folder: string, home: Home): Promise<boolean> {
  const here = await realpath(folder);
  if (home.folder === here || existsSync(join(here, signpost))) return false;
  await writeFile(join(here, signpost), `${JSON.stringify({ home: home.folder })}\n`);
  return true;
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await realpath(folder);
  } catch (cause) {
    const reason = (cause as { code?: string }).code ?? String(cause);
    throw new EmbeddedError(
      "unwritable",
      `The data folder ${folder} cannot be written (${reason}). Nothing was changed. Give it write rights, choose another folder, or set DATABASE_URL to a database of yours.`,
      { cause },
    );
  }
}

async function homeUnder(fallbacks: string[], here: string, account: string): Promise<Home> {
  const name = createHash("sha256").update(here).digest("hex").slice(0, 12);
  for (const root of fallbacks) {
    const home = await makeOwnFolder(join(root, name)).then(homeAt, () => null);
    if (home?.account && (await canEnter(home.account, home.folder))) return home;
  }
  throw closedTo(account, here);
}

/** /var/tmp is anybody's: a folder that somebody else laid ready there is not used. */
async function makeOwnFolder(folder: string): Promise<string> {
  for (const path of [dirname(folder), folder]) {
    const made = await mkdir(path, { recursive: true });
    if (made) await chmod(path, 0o755);
    const found = await lstat(path);
    if (!found.isDirectory() || found.uid !== process.getuid?.() || found.mode & 0o022) throw new Error(path);
  }
  return folder;
}

async function readSignpost(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, signpost), "utf8").catch(() => null);
  return text ? (JSON.parse(text) as { home: string }).home : null;
}

const dataIn = (folder: string) => join(folder, "postgres");

async function homeAt(folder: string): Promise<Home> {
  const data = dataIn(folder);
  return { folder, data, account: await accountFor(data) };
}

/** Tried out rather than read from mode bits: groups, access lists and mounts have a say too. */
async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], account)).status === 0;
}

function closedTo(account: string, path: string): EmbeddedError {
  return new EmbeddedError(
    "unreachable",
    `PostgreSQL does not run as root but as “${account}”, and that account cannot enter ${path}. Nothing was changed. Let it pass through the folders above (chmod o+x), or choose a data folder outside them.`,
  );
}

function goneFrom(elsewhere: string, here: string): EmbeddedError {
  return new EmbeddedError(
    "missing",
    `The data of ${here} are kept in ${elsewhere}, and are not there any more. Nothing was changed. Put them back; or, to begin with an empty database, delete ${join(here, signpost)}.`,
  );
}
