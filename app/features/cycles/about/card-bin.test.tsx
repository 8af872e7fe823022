import { Outlet } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { CardBin } from "./card-bin.tsx";

function shown(bin: readonly { id: string; title: string; until: string }[]): string {
  const view = { cycle: { id: "lus" }, bin };
  const Stub = createRemixStub([
    {
      path: "/",
      Component: () => <Outlet context={{ view, threads: [], now: "2027-01-01T08:00:00Z" }} />,
      children: [{ index: true, Component: CardBin }],
    },
  ]);
  return renderToString(
    <I18nextProvider i18n={i18nFor("nl")}>
      <Stub />
    </I18nextProvider>,
  );
}

test("every card in the bin says until when, and has its own way back", () => {
  const html = shown([
    { id: "een", title: "Ze lezen weinig", until: "2027-01-12T14:30:00Z" },
    { id: "twee", title: "31 taken", until: "2027-01-19T14:30:00Z" },
  ]);
  for (const words of ["Zet terug: Ze lezen weinig", "Zet terug: 31 taken", "12 januari", "19 januari"])
    expect(html).toContain(words);
  for (const id of ["een", "twee"]) expect(html).toContain(`/lussen/lus/kaarten/${id}/terug`);
});

test("an empty bin says what comes in it", () => {
  expect(shown([])).toContain("30 dagen");
});
