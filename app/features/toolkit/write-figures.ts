import type { PicturedStrand } from "#server/toolkit/index.ts";

/** The words of the file, in the language of who downloads it. */
export interface FigureFileWords {
  name: string;
  kit: string;
  months: string;
  cost: string;
  evidence: string;
  edition: string;
  unverified: string;
  unknown: string;
  kitOf: (toolkit: PicturedStrand["toolkit"]) => string;
}

/** A spreadsheet takes a text that begins so for a formula (hostile T55). Numbers are written as numbers. */
const LOOKS_LIKE_FORMULA = /^[\s;]*[=+\-@＝]/;

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = LOOKS_LIKE_FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The figures of all strands for a spreadsheet as it is used in Belgium: UTF-8 with a mark, semicolons. TK1: what is
 * niet te bepalen stands there in words, so that no sum takes it for nought.
 */
export function writeFigures(strands: readonly PicturedStrand[], words: FigureFileWords): string {
  const head = [words.name, words.kit, words.months, words.cost, words.evidence, words.edition, words.unverified];
  const fields: Record<string, string> = {
    impactMonths: words.months,
    cost: words.cost,
    evidenceStrength: words.evidence,
    asOf: words.edition,
  };
  const rows = strands.map((strand) => [
    strand.name,
    words.kitOf(strand.toolkit),
    strand.impactMonths ?? words.unknown,
    strand.cost,
    strand.evidenceStrength,
    strand.edition,
    strand.unverifiedFields.map((field) => fields[field] ?? field).join(", "),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}
