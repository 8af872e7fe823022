import { createRemixStub } from "@remix-run/testing";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { FindChoice } from "./find-choice.tsx";

function shown(choice: { search: string; found: readonly unknown[]; more: boolean }): string {
  const Component = () => <FindChoice label="Zoek" name="team" choice={choice} others={{ mens: "ann" }} />;
  const Stub = createRemixStub([{ path: "/", Component }]);
  return renderToString(
    <I18nextProvider i18n={i18nFor("nl")}>
      <Stub />
    </I18nextProvider>,
  );
}

test("nobody is asked to search a list that is whole", () => {
  expect(shown({ search: "", found: [1, 2], more: false })).toBe("");
});

test("a list that is cut says so, and searching keeps what else was searched on the page", () => {
  const html = shown({ search: "", found: [1, 2], more: true });
  expect(html).toContain("Dit zijn de eerste 2.");
  expect(html).toContain('<input type="hidden" name="mens" value="ann"/>');
});

test("a search that found nothing can be changed", () => {
  const html = shown({ search: "kiem", found: [], more: false });
  expect(html).toContain("Niets gevonden.");
  expect(html).toContain('value="kiem"');
});
