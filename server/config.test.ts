import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const sentence = (variables: Record<string, string>): string => {
  try {
    readConfig(variables);
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.message;
    throw thrown;
  }
  return "accepted";
};

describe("an empty environment", () => {
  test("listens on loopback with a database of its own and a demo when that is empty", () => {
    expect(readConfig({})).toEqual({
      mode: "production",
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: null,
      redisUrl: null,
      dataFolder: resolve("data"),
      demo: "when-empty",
      publicOrigins: ["http://localhost:3000", "http://127.0.0.1:3000"],
      smtpUrl: null,
      mailFrom: "Leerlus <leerlus@localhost>",
      role: "all",
      logLevel: "info",
      trustProxy: false,
      drainSeconds: 0,
      startedByNpm: false,
    });
  });

  test("is what empty variables mean too", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " ", DEMO: "" })).toEqual(readConfig({}));
  });
});

describe("the demo", () => {
  const DATABASE_URL = "postgres://leerlus@db/leerlus";
  test("never appears by itself in a database that somebody brought along", () => {
    expect(readConfig({ DATABASE_URL }).demo).toBe("never");
    expect(readConfig({ DATABASE_URL, DEMO: "1" }).demo).toBe("always");
    expect(readConfig({ DEMO: "0" }).demo).toBe("never");
  });
});

describe("the origins", () => {
  test("follow the port and a named host, not a wildcard", () => {
    expect(readConfig({ PORT: "4100", HOST: "0.0.0.0" }).publicOrigins).toEqual([
      "http://localhost:4100",
      "http://127.0.0.1:4100",
    ]);
    expect(readConfig({ HOST: "10.0.0.7" }).publicOrigins).toContain("http://10.0.0.7:3000");
    expect(readConfig({ HOST: "::1" }).publicOrigins).toContain("http://[::1]:3000");
  });

  test("are exactly those of PUBLIC_URL when it is given", () => {
    expect(readConfig({ PUBLIC_URL: "https://Leerlus.example/, https://b.example:8443" }).publicOrigins).toEqual([
      "https://leerlus.example",
      "https://b.example:8443",
    ]);
  });

  test.each(["leerlus.example", "https://leerlus.example/app", "ftp://x", "https://u:p@x.example", "https://a,,"])(
    "refuse %s as PUBLIC_URL",
    (PUBLIC_URL) => expect(sentence({ PUBLIC_URL })).toContain("PUBLIC_URL must be an address"),
  );
});

describe("a bad value", () => {
  test.each([
    [{ PORT: "abc" }, 'PORT must be a whole number from 1 to 65535, not "abc".'],
    [{ PORT: "70000" }, 'PORT must be a whole number from 1 to 65535, not "70000".'],
    [{ PORT: "0" }, 'PORT must be a whole number from 1 to 65535, not "0".'],
    [{ ROLE: "boss" }, 'ROLE must be one of web, live, all, not "boss".'],
    [{ TRUST_PROXY: "yes" }, 'TRUST_PROXY must be one of 0, 1, not "yes".'],
    [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL must be one of debug, info, warn, error, silent, not "loud".'],
    [{ NODE_ENV: "prod" }, 'NODE_ENV must be one of production, development, test, not "prod".'],
    [{ DRAIN_SECONDS: "61" }, 'DRAIN_SECONDS must be a whole number from 0 to 60, not "61".'],
    [{ MAIL_FROM: "a@b\r\nBcc: c@d" }, "MAIL_FROM must be one line of at most 500 characters."],
    [{ REDIS_URL: "http://x" }, "REDIS_URL must be an address such as redis://host:6379."],
  ])("is refused in a sentence: %j", (variables, expected) => {
    expect(sentence(variables)).toBe(expected);
  });

  test.each<Record<string, string>>([{}, { REDIS_URL: "redis://h" }, { DATABASE_URL: "postgres://h/n" }])(
    "a part of the work is not taken without what the parts share: %j",
    (shared) => {
      expect(sentence({ ...shared, ROLE: "live" })).toBe(
        "ROLE=web and ROLE=live are parts of one Leerlus: both need the same DATABASE_URL and REDIS_URL.",
      );
    },
  );

  test("is named together with the other bad ones, and never shows a password", () => {
    const text = sentence({ PORT: "x", DATABASE_URL: "mysql://root:geheim@db/x" });
    expect(text.split("\n")).toHaveLength(2);
    expect(text).toContain("DATABASE_URL must be an address such as postgres://user@host:5432/name.");
    expect(text).not.toContain("geheim");
  });
});
