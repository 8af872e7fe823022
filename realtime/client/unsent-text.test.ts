import { expect, it } from "vitest";
import * as Y from "yjs";
import { unsentText } from "./unsent-text.ts";

it("gives back the words in the order they were typed, without those that were deleted again", () => {
  const doc = new Y.Doc();
  const text = doc.getText("words");
  text.insert(0, "Wat er al stond.");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const letter of "Een zin. ") text.insert(text.length, letter);
  text.insert(0, "Vooraan.");
  text.insert(text.length, "weg");
  text.delete(text.length - 3, 3);
  expect(unsentText(updates)).toBe("Een zin. \nVooraan.");
  expect(unsentText([])).toBe("");
});
