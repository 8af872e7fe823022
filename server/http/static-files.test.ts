import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { answerFromFiles } from "./static-files.ts";
import { indexStaticFiles } from "./static-index.ts";
import { startTestHttp } from "./testing/start-test-http.ts";

const SCRIPT = `console.log("${"leerlus ".repeat(400)}");`;
const PICTURE = Buffer.from(Array.from({ length: 256 }, (_, index) => index));

const folder = await mkdtemp(join(tmpdir(), "leerlus-files-"));
await mkdir(join(folder, "assets"));
await mkdir(join(folder, ".vite"));
await writeFile(join(folder, "assets", "app-abc123.js"), SCRIPT);
await writeFile(join(folder, "assets", "app-abc123.js.br"), brotliCompressSync(SCRIPT));
await writeFile(join(folder, "picture.png"), PICTURE);
await writeFile(join(folder, ".vite", "manifest.json"), "{}");
const index = await indexStaticFiles(folder);
const { base, raw, pages, stop } = await startTestHttp((request, response) =>
  answerFromFiles(index, request, response),
);

afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

test("a hashed file is kept forever, squeezed when the browser can, and answered 304 when it has it", async () => {
  const answer = await raw("/assets/app-abc123.js", { "Accept-Encoding": "gzip, br" });
  expect(answer.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "br",
    "content-type": "text/javascript; charset=utf-8",
    "x-content-type-options": "nosniff",
    vary: "Accept-Encoding",
  });
  expect(brotliDecompressSync(answer.body).toString()).toBe(SCRIPT);
  expect((await raw("/assets/app-abc123.js", { "Accept-Encoding": "br;q=0" })).body.toString()).toBe(SCRIPT);
  const again = await raw("/assets/app-abc123.js", { "If-None-Match": String(answer.headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test.each([
  ["bytes=0-3", 206, "bytes 0-3/256", [0, 1, 2, 3]],
  ["bytes=254-", 206, "bytes 254-255/256", [254, 255]],
  ["bytes=-2", 206, "bytes 254-255/256", [254, 255]],
  ["bytes=254-999", 206, "bytes 254-255/256", [254, 255]],
  ["bytes=256-", 416, "bytes */256", []],
])("a picture can be asked for in part: %s", async (range, status, contentRange, bytes) => {
  const answer = await raw("/picture.png", { Range: range });
  expect([answer.status, answer.headers["content-range"], [...answer.body]]).toEqual([status, contentRange, bytes]);
});

test("a range that cannot be read or is out of date gives the whole file", async () => {
  for (const headers of [{ Range: "bytes=5-1" }, { Range: "lines=1-2" }, { Range: "bytes=0-1", "If-Range": '"old"' }]) {
    expect((await raw("/picture.png", headers as Record<string, string>)).body).toHaveLength(256);
  }
});

test("files outside the list do not exist, and a chunk of an earlier release is a small 404", async () => {
  pages.mockImplementation(async () => new Response("page"));
  for (const path of ["/.vite/manifest.json", "/assets/../../package.json", "/assets/%2e%2e/x", "/assets/old-1.js"]) {
    const { body } = await raw(path);
    expect(body.toString()).not.toContain("{");
  }
  expect((await raw("/assets/old-1.js")).status).toBe(404);
  expect((await raw("/assets/old-1.js")).headers["cache-control"]).toBe("no-store");
});

test("HEAD says how large a file is and sends nothing", async () => {
  const answer = await fetch(`${base}/picture.png`, { method: "HEAD" });
  expect([answer.headers.get("Content-Length"), await answer.text()]).toEqual(["256", ""]);
});

test("a file cannot be posted to", async () => {
  const answer = await fetch(`${base}/picture.png`, { method: "POST", headers: { Origin: "https://evil.example" } });
  expect(answer.status).toBe(403);
});
