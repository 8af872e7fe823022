import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { Conflict } from "./conflict.tsx";

const shown = (theirs: Record<string, unknown>, mine: Record<string, unknown>): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor("nl")}>
      <Conflict
        who={null}
        theirs={theirs}
        mine={mine}
        labelOf={(name) => name}
        shownAs={(name, value) => `${name} is ${value}`}
      />
    </I18nextProvider>,
  );

test("a colleague's tick is shown beside a form in which the box is empty", () => {
  expect(shown({ done: true }, {})).toContain("done is on");
});

test("a tick that both have is no difference", () => {
  expect(shown({ title: "Oud", done: true }, { title: "Nieuw", done: "on" })).not.toContain("done");
});

test("what is the same in both is not repeated", () => {
  expect(shown({ title: "Oud", note: "Zelfde" }, { title: "Nieuw", note: "Zelfde" })).not.toContain("Zelfde");
});
