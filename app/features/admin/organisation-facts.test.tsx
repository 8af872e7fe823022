import { createRemixStub } from "@remix-run/testing";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import type { Refusal } from "#app/session/refusal.ts";
import { OrganisationFacts } from "./organisation-facts.tsx";
import type { Organisation } from "./organisation-screen.ts";

const facts = { education: null, network: null, municipality: null, institutionNumber: null };
const organisation = { ...facts, id: "kiem", kind: "school", name: "De Kiem Noord", levels: ["lager"], version: 2 };

function shown(actionData?: Refusal): string {
  const Component = () => <OrganisationFacts organisation={organisation as unknown as Organisation} />;
  const Stub = createRemixStub([{ id: "facts", path: "/", Component }]);
  const html = renderToString(
    <I18nextProvider i18n={i18nFor("nl")}>
      <Stub hydrationData={{ loaderData: {}, actionData: actionData ? { facts: actionData } : {} }} />
    </I18nextProvider>,
  );
  return html.replaceAll("<!-- -->", "");
}

test("the form goes with the version that it shows", () => {
  expect(shown()).toContain('name="version" value="2"');
});

test("who was overtaken sees what stands now beside what was typed, and may still write over it", () => {
  const theirs = { ...facts, name: "De Kiem Noord", levels: ["lager"], network: "vrij" };
  const html = shown({
    failure: {
      kind: "conflict",
      reason: "changed-meanwhile",
      fields: {},
      details: { theirs, version: 3 },
      typed: { name: "De Kiem Zuid", network: "", version: "2" },
      ticked: { levels: ["kleuter", "lager"] },
    },
  });
  const alert = html.slice(html.indexOf('role="alert"'), html.indexOf("<input", html.indexOf('role="alert"')));
  for (const word of ["De Kiem Noord", "De Kiem Zuid", "Kleuter", "Lager"]) expect(alert).toContain(word);
  expect(html).toContain('name="version" value="3"');
  expect(html).toContain('value="De Kiem Zuid"');
  expect(html).toContain("Bewaar mijn tekst");
});
