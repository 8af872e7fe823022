import { ROWS } from "./rows.ts";

export interface Options {
  quick: boolean;
  /** Ids of rows. What is measured along with them is not recorded. */
  only: ReadonlySet<string> | null;
  /** Ids; the results are said and not written. */
  contestants: ReadonlySet<string> | null;
  rounds: number | null;
  /** Says every figure as it comes. */
  verbose: boolean;
}

const FORMS = /^--(quick|verbose|only=.+|contestants=.+|rounds=[1-9]\d*)$/;

/** @throws Error with what can be said, before half an hour is spent on what was not meant. */
export function readOptions(words: readonly string[]): Options {
  const unknown = words.find((word) => !FORMS.test(word));
  if (unknown !== undefined)
    throw new Error(`There is no ${unknown}. Options: --quick --verbose --only=… --contestants=… --rounds=…`);
  const value = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;
  const list = (name: string) => {
    const text = value(name);
    return text === null ? null : new Set(text.split(","));
  };
  const only = list("only");
  for (const row of only ?? [])
    if (!ROWS.some(({ id }) => id === row)) {
      throw new Error(`There is no row ${row}. Rows: ${ROWS.map(({ id }) => id).join(" ")}`);
    }
  return {
    quick: words.includes("--quick"),
    only,
    contestants: list("contestants"),
    rounds: value("rounds") === null ? null : Number(value("rounds")),
    verbose: words.includes("--verbose") || value("contestants") !== null,
  };
}
