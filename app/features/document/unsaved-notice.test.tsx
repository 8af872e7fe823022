import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LiveDocument } from "#realtime/client/index.ts";
import { UnsavedNotice } from "./unsaved-notice.tsx";

type Facts = Pick<LiveDocument, "reload" | "heldUp" | "storage" | "status"> & {
  unsent: ReturnType<LiveDocument["unsent"]>;
};

function said(facts: Partial<Facts>): string {
  const { unsent = null, status = "saved", ...rest } = facts;
  const open = { reload: false, heldUp: null, storage: "device", ...rest, unsent: () => unsent };
  return renderToStaticMarkup(<UnsavedNotice open={open as unknown as LiveDocument} status={status} />);
}

test.each(["BLOCKED", "TOO_MANY"] as const)(
  "somebody whom the server keeps waiting (%s) is told what happens",
  (heldUp) => {
    for (const status of ["saved-on-device", "saving", "connecting"] as const) {
      expect(said({ heldUp, status })).toContain(`heldUp.${heldUp}.title`);
      expect(said({ heldUp, status })).toContain(`heldUp.${heldUp}.text`);
    }
    expect(said({ heldUp, status: "saved" })).toBe("");
  },
);

test("words that only this tab has can be copied, and why they wait is said with them", () => {
  const unsent = { code: null, text: "mijn woorden" };
  expect(said({ status: "not-saved", unsent, heldUp: "TOO_MANY" })).toContain("heldUp.TOO_MANY.text");
  expect(said({ status: "not-saved", unsent })).toContain("unsent.waiting");
});

test.each([
  ["READ_ONLY", "READ_ONLY"],
  ["TOO_BIG", "TOO_BIG"],
  ["CLOCK_GAP", "other"],
] as const)("words that the server refused for good (%s) are told why", (code, reason) => {
  const unsent = { code, text: "mijn woorden" };
  expect(said({ status: "not-saved", unsent, heldUp: "TOO_MANY" })).toContain(`unsent.refused.${reason}`);
});
