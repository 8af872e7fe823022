import { expect, test } from "vitest";
import { initialsOf, personColours, personLook, personShapes } from "./person-look.ts";

test("a person has the same colour and shape everywhere", () => {
  expect(personLook("p-1")).toEqual(personLook("p-1"));
  expect(personLook("0190a6b2-0000-7000-8000-000000000001")).toEqual({ colour: 5, shape: 2 });
});

test("people are spread over all colours and shapes", () => {
  const looks = Array.from({ length: 400 }, (_, index) => personLook(`person-${index}`));
  expect(new Set(looks.map((look) => look.colour)).size).toBe(personColours);
  expect(new Set(looks.map((look) => look.shape)).size).toBe(personShapes);
});

test("initials are those of the first and the last word", () => {
  expect(initialsOf("Hilde Van den Broeck")).toBe("HB");
  expect(initialsOf("  ömer   yılmaz ")).toBe("ÖY");
  expect(initialsOf("Cher")).toBe("C");
  expect(initialsOf("")).toBe("?");
});
