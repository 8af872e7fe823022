import { describe, expect, test } from "vitest";
import { mailCatalogues } from "#content/mails/index.ts";
import { oneLine, renderMail } from "./render-mail.ts";

const link = "https://leerlus.example/uitnodiging/abc";
const invitation = (inviter: string, team = "Derde graad", language: "nl" | "en" = "nl") =>
  renderMail(
    "invitation-to-team",
    { inviter, team, organisation: "De Kiem", role: "teamlid", days: 14, link },
    language,
    "leerlus.example",
  );

test("a mail says who, what and how long, with one thing to press", () => {
  const { subject, text, html } = invitation("Anna Wouters");
  expect(subject).toBe("Anna Wouters nodigt je uit in het team Derde graad");
  expect(text).toContain("Anna Wouters nodigt je uit in het team Derde graad van De Kiem. Je doet mee als teamlid.");
  expect(text).toContain(link);
  expect(text).toContain("14 dagen");
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain(`href="${link}"`);
});

test("English readers get English", () => {
  const { subject, html } = invitation("Anna Wouters", "Third stage", "en");
  expect(subject).toBe("Anna Wouters invites you to the team Third stage");
  expect(html).toContain('lang="en"');
});

test("nothing in a mail comes from elsewhere", () => {
  expect(invitation("Anna").html).not.toMatch(/<img|<link|<script|url\(|@import|src=/);
});

describe("T58: a name that is an attack", () => {
  test.each([
    ["Anna\r\nBcc: x@evil.example", "Anna Bcc: x@evil.example"],
    ["Anna\u2028Bcc: x@evil.example", "Anna Bcc: x@evil.example"],
    ["Anna\u0000\u0085\u000bB", "Anna B"],
    ["\u202eannA\u2066", "annA"],
    ["An\u200bna", "Anna"],
    ["  Anna   Wouters ", "Anna Wouters"],
  ])("%j becomes one plain line", (name, plain) => {
    expect(oneLine(name)).toBe(plain);
    expect(invitation(name).subject).not.toMatch(/[\r\n\u2028\u2029\u202e]/);
  });

  test("stays text in the HTML", () => {
    const { html } = invitation(`<b onmouseover="alert(1)">Anna</b>`, `"><img src=x onerror=alert(1)>`);
    expect(html).not.toMatch(/<b |<img/);
    expect(html).toContain("&lt;b onmouseover=&quot;alert(1)&quot;&gt;Anna&lt;/b&gt;");
  });

  test("does not become a link in a mail program that makes its own", () => {
    const { text, html } = invitation("https://evil.example/x");
    expect(text.replaceAll(link, "")).not.toContain("evil.example");
    expect(html).not.toContain("://evil");
  });

  test("is not filled in a second time", () => {
    expect(invitation("{link} {days}").text).toContain("{link} {days} nodigt je uit");
  });

  test("is cut when it is endless", () => {
    expect([...oneLine("a:".repeat(10_000))]).toHaveLength(160);
    expect(oneLine("🌞".repeat(200))).toBe(`${"🌞".repeat(159)}…`);
  });
});

test("both languages have the same mails with the same parameters", () => {
  const parametersOf = (language: "nl" | "en") =>
    Object.entries(mailCatalogues[language].mails).map(([template, words]) => [
      template,
      [...new Set(JSON.stringify(words).match(/\{(\w+)\}/g))].sort(),
    ]);
  expect(parametersOf("en")).toEqual(parametersOf("nl"));
});
