import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { answerPlainly } from "./plain-answer.ts";
import { INERT_POLICY } from "./security-headers.ts";
import type { StaticFile, StaticIndex } from "./static-index.ts";

const FOREVER = "public, max-age=31536000, immutable";
const AN_HOUR = "public, max-age=3600";

/** Answers from the built files. Says false when the address is not one of theirs. */
export async function answerFromFiles(
  index: StaticIndex,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const address = request.url?.split("?", 1)[0] ?? "";
  const file = index.get(address);
  if (file) {
    await sendFile(file, request, response);
    return true;
  }
  // A chunk of an earlier release: a whole page in its place would only cost time and hide what happened.
  if (!address.startsWith("/assets/")) return false;
  answerPlainly(request, response, { status: 404, situation: "not-found" });
  return true;
}

async function sendFile(file: StaticFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const squeezed = file.brotli && acceptsBrotli(request.headers["accept-encoding"]) ? file.brotli : null;
  const ranged = !isText(file.type);
  // Weak where compression may still change the bytes on the way; a range needs a strong one.
  const etag = ranged ? `"${file.hash}"` : `W/"${file.hash}"`;
  response.setHeader("Cache-Control", file.immutable ? FOREVER : AN_HOUR);
  response.setHeader("ETag", etag);
  response.setHeader("Content-Security-Policy", INERT_POLICY);
  if (file.brotli) response.setHeader("Vary", "Accept-Encoding");
  if (ranged) response.setHeader("Accept-Ranges", "bytes");
  if (matches(request.headers["if-none-match"], etag)) {
    response.writeHead(304).end();
    return;
  }

  response.setHeader("Content-Type", file.type);
  const range = ranged && rangeStillHolds(request, etag) ? wantedRange(request.headers.range, file.bytes) : null;
  if (range === "outside") {
    response.writeHead(416, { "Content-Range": `bytes */${file.bytes}` }).end();
    return;
  }
  if (squeezed) response.setHeader("Content-Encoding", "br");
  if (range) {
    response.statusCode = 206;
    response.setHeader("Content-Range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  }
  response.setHeader("Content-Length", range ? range.end - range.start + 1 : (squeezed?.bytes ?? file.bytes));
  if (request.method === "HEAD" || file.bytes === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream((squeezed ?? file).path, range ?? {}), response);
}

const isText = (type: string) => /^text\/|json|xml|javascript/.test(type);

const acceptsBrotli = (header: string | string[] | undefined) =>
  /(^|,)\s*br\s*(?!;\s*q=0(\.0*)?\s*(,|$))/.test(String(header ?? ""));

/** By the weak comparison of RFC 9110, 13.1.2. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = etag.replace(/^W\//, "");
  return header.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === bare);
}

const rangeStillHolds = (request: IncomingMessage, etag: string) =>
  request.method === "GET" && [undefined, etag].includes(request.headers["if-range"] as string | undefined);

/** One range only: several in one request save nobody anything and cost a multipart answer. Null: send everything. */
function wantedRange(header: string | undefined, bytes: number): { start: number; end: number } | "outside" | null {
  const [, from, to] = header?.match(/^bytes=(\d{0,15})-(\d{0,15})$/) ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== "" && to !== "" && Number(to) < start) return null;
  return start > end ? "outside" : { start, end };
}
