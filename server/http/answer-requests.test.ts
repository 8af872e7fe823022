import { once } from "node:events";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { OURS, startTestHttp } from "./testing/start-test-http.ts";

const { base, port, raw, pages, lifecycle, lines, stop } = await startTestHttp();

afterAll(stop);
afterEach(() => {
  lifecycle.phase = "serving";
  pages.mockReset();
  lines.length = 0;
});

const servePage = (html = "<p>Dag</p>", headers: Record<string, string> = {}) =>
  pages.mockImplementation(async () => new Response(html, { headers: { "Content-Type": "text/html", ...headers } }));

const post = (body: BodyInit | null, headers: Record<string, string> = { Origin: OURS }, path = "/") =>
  fetch(base + path, { method: "POST", body, headers, ...(body instanceof ReadableStream && { duplex: "half" }) });

test("a page carries every security header, a fresh nonce and no-store", async () => {
  const nonces: string[] = [];
  pages.mockImplementation(async (_, { nonce }) => {
    nonces.push(nonce);
    return new Response("<p>Dag</p>");
  });
  const answer = await fetch(`${base}/cycli`);
  const policy = answer.headers.get("Content-Security-Policy");
  expect(policy).toContain(`script-src 'self' 'nonce-${nonces[0]}'`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  expect(answer.headers.get("Permissions-Policy")).toContain("camera=()");
  expect(answer.headers.get("X-Powered-By")).toBeNull();
  expect(answer.headers.get("Server")).toBeNull();
  await fetch(`${base}/cycli`);
  expect(nonces[1]).not.toBe(nonces[0]);
});

test("a page decides its own caching, cookies and policy", async () => {
  const headers = new Headers({ "Cache-Control": "public, max-age=60", "Content-Security-Policy": "sandbox" });
  headers.append("Set-Cookie", "a=1");
  headers.append("Set-Cookie", "b=2");
  pages.mockResolvedValue(new Response("x", { status: 201, headers }));
  const answer = await fetch(base);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=60");
  expect(answer.headers.get("Content-Security-Policy")).toBe("sandbox");
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("a large page is compressed, a small one is not", async () => {
  servePage("<p>Dag allemaal</p>".repeat(200));
  const large = await fetch(base, { headers: { "Accept-Encoding": "br" } });
  expect(large.headers.get("Content-Encoding")).toBe("br");
  expect(await large.text()).toBe("<p>Dag allemaal</p>".repeat(200));
  pages.mockImplementation(
    async () => new Response("klein", { headers: { "Content-Type": "text/html", "Content-Length": "5" } }),
  );
  const small = await fetch(base, { headers: { "Accept-Encoding": "br" } });
  expect(small.headers.get("Content-Encoding")).toBeNull();
});

test("a streamed page shows its beginning before its end is made, compressed or not", async () => {
  let finish = () => {};
  pages.mockImplementation(async () => {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(new TextEncoder().encode("<p>begin</p>"));
        finish = () => {
          stream.enqueue(new TextEncoder().encode("<p>einde</p>"));
          stream.close();
        };
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/html" } });
  });
  const answer = await fetch(base, { headers: { "Accept-Encoding": "gzip" } });
  expect(answer.headers.get("Content-Encoding")).toBe("gzip");
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe("<p>begin</p>");
  finish();
  expect((await reader.read()).value).toBe("<p>einde</p>");
});

test("T28: a request from elsewhere reaches no page, whatever its body or address", async () => {
  const bodies: Record<string, string> = {
    "application/x-www-form-urlencoded": "a=1",
    "multipart/form-data; boundary=x": "--x--",
    "text/plain": '{"a":1}',
  };
  for (const path of ["/", "/?_data=routes/x", "/resource.json", "/afmelden?_method=GET", "/assets/app-abc123.js"]) {
    for (const [type, body] of Object.entries(bodies)) {
      const answer = await post(body, { Origin: "https://evil.example", "Content-Type": type }, path);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("https://leerlus.example");
    }
  }
  for (const headers of [{}, { Origin: "null" }, { Origin: OURS, "Sec-Fetch-Site": "cross-site" }] as Record<
    string,
    string
  >[]) {
    expect((await post("a=1", headers)).status).toBe(403);
  }
  expect(pages).not.toHaveBeenCalled();
});

test("T28: the same request from our own page comes in with its body", async () => {
  pages.mockImplementation(async (request) => new Response(`${request.url} ${await request.text()}`));
  const answer = await post("a=1", { Origin: OURS }, "/x?_data=routes/x");
  expect(await answer.text()).toBe("https://leerlus.example/x?_data=routes/x a=1");
});

test("a body over a megabyte is 413 and reaches no page, announced or not", async () => {
  const large = new Uint8Array(1024 * 1024 + 1);
  const chunked = new ReadableStream<Uint8Array>({
    start(stream) {
      for (let piece = 0; piece < 33; piece += 1) stream.enqueue(new Uint8Array(32 * 1024));
      stream.close();
    },
  });
  for (const body of [large, chunked]) {
    const answer = await post(body);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("hoogstens 1 MB");
  }
  expect(pages).not.toHaveBeenCalled();
  servePage();
  expect((await post(new Uint8Array(1024 * 1024))).status).toBe(200);
});

test("T22: a compressed body is refused without being inflated", async () => {
  const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024));
  for (const encoding of ["gzip", "deflate", "br", "identity, gzip"]) {
    expect((await post(new Uint8Array(bomb), { Origin: OURS, "Content-Encoding": encoding })).status).toBe(413);
  }
  expect(pages).not.toHaveBeenCalled();
});

test("an address that is too long, unreadable or not ours is refused before any page", async () => {
  expect((await raw(`/${"a".repeat(4096)}`)).status).toBe(414);
  for (const address of ["/%E0%A4%A", "/strand/%00", "http://evil.example/", "/__manifest?version=1&p=%2Fa&p=%2Fb"]) {
    expect((await raw(address)).status).toBe(400);
  }
  expect(pages).not.toHaveBeenCalled();
});

test("an address that begins with two slashes stays an address of ours", async () => {
  pages.mockImplementation(async (request) => new Response(request.url));
  expect((await raw("//evil.example/x")).body.toString()).toBe("https://leerlus.example//evil.example/x");
});

test("a false Host or forwarding header does not change what the pages see", async () => {
  const seen: (string | null)[] = [];
  pages.mockImplementation(async (request, { clientIp }) => {
    seen.push(request.url, request.headers.get("host"), request.headers.get("x-forwarded-host"), clientIp);
    return new Response("");
  });
  await raw("/a", { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-For": "203.0.113.9" });
  expect(seen).toEqual(["https://leerlus.example/a", "leerlus.example", null, "127.0.0.1"]);
});

test("HEAD has the headers of GET and no body", async () => {
  servePage();
  const answer = await fetch(base, { method: "HEAD" });
  expect([answer.status, await answer.text()]).toEqual([200, ""]);
});

test("a method without a meaning here is refused", async () => {
  const answer = await fetch(base, { method: "PROPFIND", headers: { Origin: OURS } });
  expect(answer.status).toBe(405);
});

test("/healthz and /version always answer, /readyz says why not", async () => {
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${base}/version`)).json()).toEqual({ version: "1", build: "b" });
  lifecycle.phase = "starting";
  const starting = await fetch(`${base}/readyz`);
  expect([starting.status, await starting.json()]).toEqual([503, { ready: false, because: "starting" }]);
  lifecycle.phase = "leaving";
  expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ ready: false, because: "leaving" });
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});

test("a node that is leaving still serves, and asks each line to move over", async () => {
  lifecycle.phase = "leaving";
  servePage("nog even");
  const answer = await raw("/");
  expect([answer.status, answer.body.toString(), answer.headers.connection]).toEqual([200, "nog even", "close"]);
});

test("a draining node answers 503 with Retry-After, in the person's language", async () => {
  lifecycle.phase = "draining";
  const dutch = await fetch(base, { headers: { Accept: "text/html" } });
  expect([dutch.status, dutch.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect(await dutch.text()).toMatch(/lang="nl".*http-equiv="refresh".*wordt even herstart/s);
  const english = await fetch(base, { headers: { Accept: "text/html", Cookie: "theme=dark; language=en" } });
  expect(await english.text()).toContain("Leerlus is restarting");
  const form = await post("a=1", { Origin: OURS, Accept: "text/html" });
  expect(form.status).toBe(503);
  expect(await form.text()).not.toContain('http-equiv="refresh"');
  expect(pages).not.toHaveBeenCalled();
});

test("a page that throws is a plain 500 without the cause", async () => {
  pages.mockRejectedValue(new Error("geheim detail"));
  const answer = await fetch(base, { headers: { Accept: "text/html" } });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("geheim");
  expect(lines.map(({ sentence }) => sentence)).toContain("a request could not be answered");
});

test("a browser that goes away aborts the work on its page", async () => {
  const aborted = new Promise<void>((resolve) => {
    pages.mockImplementation((request) => {
      request.signal.addEventListener("abort", () => resolve());
      socket.destroy();
      return new Promise(() => {});
    });
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /lang HTTP/1.1\r\nHost: x\r\n\r\n");
  await aborted;
});

test("an upgrade that nobody serves is hung up, and leaves no line open", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /elders HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  await once(socket, "close");
});

test("the log line of a request holds no query, token or address", async () => {
  servePage();
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  await (await fetch(`${base}/cycli/${id}/fasen?zoek=Lotte`)).text();
  await (await fetch(`${base}/uitnodiging/Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA`)).text();
  await vi.waitFor(() => expect(lines).toHaveLength(2));
  expect(lines.map(({ facts }) => facts)).toMatchObject([
    { method: "GET", path: `/cycli/${id}/fasen`, status: 200 },
    { path: "/uitnodiging/*" },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/Lotte|Zm9v|127\.0\.0\.1/);
});

test("a page that is not made in time is given up: who asked hears when to come back (T79)", async () => {
  const impatient = await startTestHttp(undefined, 20);
  let signal: AbortSignal | undefined;
  impatient.pages.mockImplementation((request) => {
    signal = request.signal;
    return new Promise(() => {});
  });
  const answer = await fetch(`${impatient.base}/cycli`, { headers: { Accept: "text/html" } });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("Retry-After")).not.toBeNull();
  expect(await answer.text()).toContain("Dit duurt nu te lang");
  expect(signal?.aborted).toBe(true);
  expect(impatient.lines.map(({ sentence }) => sentence)).toContain("a page was not made in time");
  await impatient.stop();
});
