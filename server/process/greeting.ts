import type { DemoSignIn } from "#server/services.ts";

/** What the person who typed npm start reads when everything runs. */
export function greeting(address: string, signIns: readonly DemoSignIn[]): string {
  const ready = `\nLeerlus is ready: ${address}\n`;
  if (signIns.length === 0) return ready;
  const width = (field: keyof DemoSignIn) => Math.max(...signIns.map((each) => each[field].length));
  const rows = signIns.map(
    ({ name, role, email, password }) =>
      `  ${name.padEnd(width("name"))}  ${role.padEnd(width("role"))}  ${email.padEnd(width("email"))}  ${password}`,
  );
  return `${ready}\nThe people of the demo, all invented (name, role, sign-in, password):\n${rows.join("\n")}\n`;
}
