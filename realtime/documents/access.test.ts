import { expect, test } from "vitest";
import type { DocumentRights } from "../wire/messages.ts";
import { Access } from "./access.ts";

const MAY: DocumentRights = { read: true, write: true, comment: true, presence: true };

test("an answer that was on its way while the rights changed is asked for again", async () => {
  const answers = [MAY, null];
  const access: Access = new Access({
    documentRights: async () => {
      const answer = answers.shift() ?? null;
      if (answer) access.changed();
      return answer;
    },
    mayWatch: async () => true,
    authenticate: async () => null,
  });
  expect(await access.rights("bram", "d")).toBeNull();
});

test("rights that never stand still are not known", async () => {
  const access: Access = new Access({
    documentRights: async () => {
      access.changed();
      return MAY;
    },
    mayWatch: async () => true,
    authenticate: async () => null,
  });
  await expect(access.rights("bram", "d")).rejects.toThrow("kept changing");
});
