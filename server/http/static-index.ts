import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

export type StaticFile = {
  path: string;
  bytes: number;
  type: string;
  /** Of the content: the same on every node, whatever the clocks of the copies say. */
  hash: string;
  /** The name carries a hash of the content, so the answer never changes. */
  immutable: boolean;
  /** The same file, brotli at its best, made by the build. */
  brotli: { path: string; bytes: number } | null;
};

export type StaticIndex = ReadonlyMap<string, StaticFile>;

/**
 * All files that may be served, by their address, looked up once at the start. A request can only name a key of this
 * map, so there is no path to climb out of and no disk access for an address that does not exist.
 */
export async function indexStaticFiles(folder: string): Promise<StaticIndex> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const known = new Set(paths);
  const index = new Map<string, StaticFile>();
  for (const path of paths) {
    if (path.endsWith(".br") && known.has(path.slice(0, -3))) continue;
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    // What begins with a dot belongs to the build (.vite/manifest.json).
    if (address.includes("/.")) continue;
    const immutable = address.startsWith("/assets/");
    index.set(address, {
      path,
      bytes: bytesOf(path),
      type: TYPES[extname(path)] ?? "application/octet-stream",
      // Reading two hundred files takes longer than all the rest of this; those in assets/ say it in their name.
      hash: hashOf(immutable ? address : readFileSync(path)),
      immutable,
      brotli: known.has(`${path}.br`) ? { path: `${path}.br`, bytes: bytesOf(`${path}.br`) } : null,
    });
  }
  return index;
}

const bytesOf = (path: string) => statSync(path).size;
const hashOf = (content: string | Buffer) => createHash("sha256").update(content).digest("base64url").slice(0, 22);
