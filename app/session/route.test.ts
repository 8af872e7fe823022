import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { conflict, Failure, forbidden, invalid, notFound } from "#domain/errors.ts";
import type { Raw } from "#server/input.ts";
import { actionOf, loaderOf, requirePerson, verbOf } from "./route.server.ts";

const origin = "https://leerlus.example";

/** A database that is never asked: without a cookie nobody looks for a session. */
const handedIn = (): unknown => ({
  services: { db: null, clock: () => new Date(), publicUrl: origin, log: console, live: {} },
  nonce: "n",
  clientIp: "192.0.2.1",
});

const argsFor = (path: string, init: RequestInit = {}) =>
  ({ request: new Request(origin + path, init), params: {}, context: handedIn() }) as LoaderFunctionArgs;

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  ({ ...argsFor("/lussen/1/verplaatsing", { method: "POST", body, headers }) }) as ActionFunctionArgs;

const form = (...fields: [string, string][]) => new URLSearchParams(fields);

const answerOf = async (work: () => Promise<unknown>): Promise<Response> => {
  const answer = await work().catch((thrown) => thrown);
  expect(answer).toBeInstanceOf(Response);
  return answer as Response;
};

const failing = (failure: unknown) => async () => {
  throw failure;
};

describe("what an action was sent", () => {
  const received = async (args: ActionFunctionArgs) => {
    let input: Raw | undefined;
    const answer = await actionOf(async (sent) => {
      input = sent.input;
      return null;
    })(args);
    return { input, answer };
  };

  test("is the fields of the form", async () => {
    const { input } = await received(post(form(["to", "need"], ["why", "een twee"])));
    expect({ ...input }).toEqual({ to: "need", why: "een twee" });
  });

  test("T48: keeps a field that came twice as a list, so that no schema takes it", async () => {
    const { input } = await received(post(form(["role", "member"], ["role", "lead"])));
    expect(input?.role).toEqual(["member", "lead"]);
  });

  test("T48: has no prototype to poison", async () => {
    const { input } = await received(post(form(["__proto__", "x"], ["constructor", "y"])));
    expect(Object.keys(input ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(input)).toBeNull();
  });

  test("may be a JSON object", async () => {
    const { input } = await received(post('{"done":true}', { "Content-Type": "application/json" }));
    expect(input).toEqual({ done: true });
  });

  test.each([
    ["{", "application/json"],
    ["[1]", "application/json"],
    ["null", "application/json"],
    ["a=1", "text/plain"],
    ["--x", "multipart/form-data; boundary=y"],
  ])("is refused when it is %j as %s", async (body, type) => {
    const { input, answer } = await received(post(body, { "Content-Type": type }));
    expect(input).toBeUndefined();
    expect((answer as unknown as Response).status).toBe(422);
  });
});

describe("a failure in an action comes back as data with its status", () => {
  test.each([
    [notFound(), 404],
    [forbidden("may-not-move"), 403],
    [conflict("changed-meanwhile"), 409],
    [invalid({ why: "why-missing" }), 422],
    [new Failure("too-many", "too-many-tries", { details: { retryAfterSeconds: 61.2 } }), 429],
    [new Failure("unavailable", "unavailable"), 503],
  ])("%s", async (failure, status) => {
    const answer = await answerOf(() => actionOf(failing(failure))(post(form(["why", ""]))));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ failure: { kind: failure.kind, reason: failure.reason } });
  });

  test("with the time after which to try again", async () => {
    const failure = new Failure("too-many", "too-many-tries", { details: { retryAfterSeconds: 61.2 } });
    const answer = await answerOf(() => actionOf(failing(failure))(post(form(["why", ""]))));
    expect(answer.headers.get("Retry-After")).toBe("62");
  });

  test("with what was typed, and never a password", async () => {
    const fields = form(
      ["email", "a@b.example"],
      ["password", "geheim 1"],
      ["current", "geheim 2"],
      ["token", "geheim 3"],
    );
    const answer = await answerOf(() => actionOf(failing(invalid({ email: "taken" })))(post(fields)));
    const { failure } = await answer.json();
    expect(failure.typed).toEqual({ email: "a@b.example" });
  });

  test("with every tick of a list that takes several", async () => {
    const fields = form(["strandIds", "feedback"], ["strandIds", "homework"], ["title", "x"]);
    const answer = await answerOf(() => actionOf(failing(invalid({ need: "required" })))(post(fields)));
    const { failure } = await answer.json();
    expect(failure.ticked).toEqual({ strandIds: ["feedback", "homework"] });
    expect(failure.typed).toEqual({ title: "x" });
  });

  test.each([
    Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" }),
    Object.assign(new Error("connect"), { code: "ENOENT", syscall: "connect" }),
    Object.assign(new Error("the database system is starting up"), { code: "57P03" }),
    new Error("Failed query", { cause: Object.assign(new Error("connect"), { code: "CONNECT_TIMEOUT" }) }),
  ])("a database that cannot be asked is no fault, but something to try again (%s)", async (error) => {
    const sent = await answerOf(() => actionOf(failing(error))(post(form(["why", "omdat"]))));
    expect([sent.status, sent.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect((await sent.json()).failure).toMatchObject({ kind: "unavailable", typed: { why: "omdat" } });
    const asked = await answerOf(() => loaderOf(failing(error))(argsFor("/lussen")));
    expect([asked.status, asked.headers.get("Retry-After")]).toEqual([503, "5"]);
  });

  test("but a file that is not there is a fault", async () => {
    const missing = Object.assign(new Error("open"), { code: "ENOENT", syscall: "open" });
    await expect(loaderOf(failing(missing))(argsFor("/lussen"))).rejects.toThrow("open");
  });

  test("but a fault of ours stays a fault", async () => {
    await expect(actionOf(failing(new TypeError("x")))(post(form()))).rejects.toThrow(TypeError);
  });

  test("and an answer that the route threw itself stays that answer", async () => {
    const own = new Response(null, { status: 418 });
    expect(await answerOf(() => loaderOf(failing(own))(argsFor("/")))).toBe(own);
  });
});

describe("an address without a page of its own", () => {
  const browser = { Accept: "text/html,application/xhtml+xml", Referer: `${origin}/lussen/1/over?x=1` };
  const refusing = verbOf(failing(invalid({ why: "why-missing" })));

  test("tells a script that it is done, and leads a form without script back to its page", async () => {
    const done = verbOf(async () => {});
    expect(await (await answerOf(() => done(post(form())))).json()).toEqual({ ok: true });
    const answer = await answerOf(() => done(post(form(), browser)));
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/lussen/1/over?x=1"]);
  });

  test.each(["https://evil.example/x", "nonsense"])("never leads to %j", async (Referer) => {
    const answer = await answerOf(() => verbOf(async () => {})(post(form(), { ...browser, Referer })));
    expect(answer.headers.get("Location")).toBe("/");
  });

  test("says in words what it refuses, with what was typed and a way back", async () => {
    const typed = "Twee <b>woorden</b>";
    const answer = await answerOf(() => refusing(post(form(["title", typed], ["password", "geheim woord"]), browser)));
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([422, "text/html; charset=utf-8"]);
    const page = await answer.text();
    expect(page).toContain("Twee &lt;b&gt;woorden&lt;/b&gt;");
    expect(page).toContain('href="/lussen/1/over?x=1"');
    expect(page).not.toMatch(/geheim|why-missing|<b>/);
    expect((await answerOf(() => refusing(post(form())))).headers.get("Content-Type")).toMatch(/json/);
  });

  test("sends a visitor to the sign-in page", async () => {
    const visiting = verbOf(failing(new Failure("signed-out", "signed-out")));
    const answer = await answerOf(() => visiting(post(form(), browser)));
    expect(answer.headers.get("Location")).toMatch(/^\/aanmelden\?terug=/);
  });
});

describe("who is not signed in", () => {
  const personal = loaderOf(async ({ ctx }) => requirePerson(ctx));
  const signedOut = actionOf(failing(new Failure("signed-out", "signed-out")));
  const placeOf = async (work: () => Promise<unknown>) => (await answerOf(work)).headers.get("Location");

  test("goes to the sign-in page and back", async () => {
    expect(await placeOf(() => personal(argsFor("/lussen/1?fase=need&x=%26")))).toBe(
      "/aanmelden?terug=%2Flussen%2F1%3Ffase%3Dneed%26x%3D%2526",
    );
    expect(await placeOf(() => personal(argsFor("/")))).toBe("/aanmelden");
  });

  test("goes back to the page that held the form, not to the address of the form", async () => {
    const args = post(form(), { Referer: `${origin}/lussen/1` });
    expect(await placeOf(() => signedOut(args))).toBe("/aanmelden?terug=%2Flussen%2F1");
  });

  test.each(["https://evil.example/x", "nonsense", ""])("is not sent to %j", async (referer) => {
    expect(await placeOf(() => signedOut(post(form(), { Referer: referer })))).toBe("/aanmelden");
  });

  test("gets a status when it is a script that asked for data", async () => {
    const answer = await answerOf(() => personal(argsFor("/data/start", { headers: { Accept: "application/json" } })));
    expect(answer.status).toBe(401);
  });
});

test("a cookie that is no token of ours asks nothing of the database", async () => {
  const args = argsFor("/", { headers: { Cookie: "__Host-leerlus=%E0%A4%A; leerlus=x" } });
  expect(await loaderOf(async ({ ctx }) => ctx.actor)(args)).toEqual({ kind: "visitor" });
});

test("the loaders of one page ask for the session once", async () => {
  const args = argsFor("/");
  const contexts = await Promise.all([1, 2].map(() => loaderOf(async ({ ctx }) => ctx)(args)));
  expect(contexts[0]).toBe(contexts[1]);
});
