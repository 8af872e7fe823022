import { expect, test } from "vitest";
import type { PicturedStrand } from "#server/toolkit/index.ts";
import { writeFigures } from "./write-figures.ts";

const words = {
  name: "thema",
  kit: "toolkit",
  months: "maanden",
  cost: "kost",
  evidence: "evidentie",
  edition: "editie",
  unverified: "niet nagekeken",
  unknown: "niet te bepalen",
  kitOf: (toolkit: string) => toolkit,
};

const strand = (more: Partial<PicturedStrand>): PicturedStrand => ({
  id: "x",
  name: "Zittenblijven",
  toolkit: "leren-en-lesgeven",
  impactMonths: -3,
  cost: 5,
  evidenceStrength: 2,
  edition: 2021,
  unverifiedFields: [],
  ...more,
});

const lines = (...strands: PicturedStrand[]) => writeFigures(strands, words).split("\r\n");

test("the file opens in a Belgian spreadsheet: a mark for UTF-8, semicolons, line ends of Windows", () => {
  const file = writeFigures([strand({ name: "Coöperatief leren" })], words);
  expect(file.startsWith("\uFEFFthema;toolkit;maanden;")).toBe(true);
  expect(file.endsWith("\r\n")).toBe(true);
  expect(file).toContain("Coöperatief leren;leren-en-lesgeven;-3;5;2;2021;\r\n");
});

test("TK1 niet te bepalen is a word, nought and less than nought are numbers", () => {
  expect(lines(strand({ impactMonths: null }))[1]).toBe("Zittenblijven;leren-en-lesgeven;niet te bepalen;5;2;2021;");
  expect(lines(strand({ impactMonths: 0 }))[1]).toBe("Zittenblijven;leren-en-lesgeven;0;5;2;2021;");
});

test("T55 a name that a spreadsheet would run is text, and one with signs of the file is quoted", () => {
  for (const name of ["=1+1", "+cmd", "-2", "@sum", "\t=1", "＝1", " ;=1"])
    expect(lines(strand({ name }))[1]?.replace(/^"/, "").startsWith("'"), name).toBe(true);
  expect(lines(strand({ name: 'Lezen; "samen"' }))[1]).toMatch(/^"Lezen; ""samen""";/);
});

test("what was not checked is named in the words of the head", () => {
  expect(lines(strand({ unverifiedFields: ["cost", "asOf"] }))[1]).toMatch(/;kost, editie$/);
});
