import { createServer } from "node:net";
import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../config.ts";
import { startFailureSentence } from "./start-failure.ts";

const withDatabase = readConfig({ DATABASE_URL: "postgres://leerlus:geheim@db/leerlus" });
const failing = (code: string, more: object = {}) => Object.assign(new Error("raw words"), { code, ...more });

test("a busy port names the port and a way out", async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const { port } = holder.address() as { port: number };
  const error = await new Promise((resolve) => createServer().once("error", resolve).listen(port, "127.0.0.1"));
  holder.close();
  expect(startFailureSentence(error, readConfig({ PORT: String(port) }))).toContain(`Port ${port} is in use`);
});

test("a folder that cannot be written is named", () => {
  const error = failing("EROFS", { path: "/srv/leerlus/data", syscall: "mkdir" });
  expect(startFailureSentence(error, readConfig({}))).toContain("/srv/leerlus/data cannot be written (EROFS)");
});

test.each(["ECONNREFUSED", "ENOTFOUND", "CONNECT_TIMEOUT", "28P01", "3D000", "57P03"])(
  "a database that says %s gives a sentence without the address or its password",
  (code) => {
    const sentence = startFailureSentence(failing(code), withDatabase);
    expect(sentence).toContain("DATABASE_URL");
    expect(sentence).not.toMatch(/geheim|raw words/);
  },
);

test("a bad setting speaks for itself", () => {
  expect(startFailureSentence(new ConfigError("PORT must be …"), null)).toBe("PORT must be …");
});

test("a fault of ours gets no soothing sentence", () => {
  expect(startFailureSentence(new TypeError("x is not a function"), withDatabase)).toBeNull();
  expect(startFailureSentence("thrown text", withDatabase)).toBeNull();
});
