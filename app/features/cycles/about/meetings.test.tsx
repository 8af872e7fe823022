import { Outlet } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.server.ts";
import { Meetings } from "./meetings.tsx";

test("every meeting is cancelled by a button of its own name", () => {
  const meeting = (id: string, startsAt: string) => ({ id, startsAt, purpose: "", decisions: [] });
  const view = {
    cycle: { id: "cycle" },
    can: { planMeeting: true },
    meetings: [meeting("one", "2027-01-12T14:30:00Z"), meeting("two", "2027-01-19T14:30:00Z")],
  };
  const Stub = createRemixStub([
    {
      path: "/",
      Component: () => <Outlet context={{ view, threads: [], now: "2027-01-01T08:00:00Z" }} />,
      children: [{ index: true, Component: Meetings }],
    },
  ]);
  const html = renderToString(
    <I18nextProvider i18n={i18nFor("nl")}>
      <Stub />
    </I18nextProvider>,
  );
  const names = [...html.matchAll(/aria-label="(Afzeggen: [^"]+)"/g)].map(([, name]) => name);
  expect(names).toHaveLength(2);
  expect(names[0]).toContain("12 januari");
  expect(names[1]).toContain("19 januari");
});
