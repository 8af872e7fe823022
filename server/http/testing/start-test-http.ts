import { type IncomingHttpHeaders, request as rawRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";
import { type Answerer, answerRequests } from "#server/http/answer-requests.ts";
import { closeHttpServer, createHttpServer, listen, refuseOtherUpgrades } from "#server/http/http-server.ts";
import type { Lifecycle } from "#server/http/lifecycle.ts";
import type { PageHandler } from "#server/http/load-context.ts";
import { createProbes } from "#server/http/probes.ts";
import { baseHeaders } from "#server/http/security-headers.ts";
import type { AppLog } from "#server/log.ts";

export const OURS = "https://leerlus.example";

/** The whole http layer on a free port, with pages of the test's own. */
export async function startTestHttp(files: Answerer = async () => false, answerWithinMs?: number) {
  const lines: { facts: object; sentence: string }[] = [];
  const keep = (facts: object, sentence: string) => void lines.push({ facts, sentence });
  const log: AppLog = { debug: keep, info: keep, warn: keep, error: keep, child: () => log };
  const lifecycle: Lifecycle = { phase: "serving" };
  const pages = vi.fn<PageHandler>();
  const version = { version: "1", build: "b" };
  const probes = createProbes({ lifecycle, databaseAnswers: async () => true, version });
  const publicOrigins = [OURS] as const;
  const own = { lifecycle, publicOrigins, trustProxy: false, developing: false, log, probes, files, pages };
  const settings = { ...own, ...(answerWithinMs && { answerWithinMs }) };
  const server = createHttpServer(answerRequests(settings), baseHeaders(settings));
  refuseOtherUpgrades(server, "/live");
  await listen(server, 0, "127.0.0.1");
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  /** As it is written, without a client that tidies addresses and headers up. */
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const request = rawRequest(base, { path, headers }, async (answer) => {
        const pieces: Buffer[] = [];
        for await (const piece of answer) pieces.push(piece);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) });
      });
      request.on("error", reject).end();
    });

  return { base, port, raw, pages, lifecycle, lines, stop: () => closeHttpServer(server, 100) };
}
