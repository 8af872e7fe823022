import type { DemoSignIn } from "#server/services.ts";

/** What the person who typed npm start reads when everything runs. */
export function greeting(address: string, signIns: readonly DemoSignIn[]): string {
  const ready = `\nLeerlus is ready: ${address}\n`;
  if (signIns.length === 0) return ready;
  const columns = signIns.map(({ name, role, email, password }) => [name, role.en, email, password]);
  const width = (column: number) => Math.max(...columns.map((each) => each[column]?.length ?? 0));
  const rows = columns.map((each) =>
    `  ${each.map((words, column) => words.padEnd(width(column))).join("  ")}`.trimEnd(),
  );
  return `${ready}\nThe people of the demo, all invented (name, role, sign-in, password):\n${rows.join("\n")}\n`;
}
