import { openDatabase } from "#db/client.ts";
import { EmbeddedError, startEmbedded } from "#db/embedded/index.ts";

/** The process behind `startEmbeddedApp`; speaks one JSON value a line. */
const say = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

const embedded = await startEmbedded({
  folder: process.argv[2]!,
  log: { info: () => {}, warn: () => {} },
  onLost: ({ message }) => {
    say({ lost: message });
    process.exit(1);
  },
}).catch((error: unknown) => {
  if (!(error instanceof EmbeddedError)) throw error;
  say({ code: error.code, message: error.message });
  process.exit(1);
});

const { sql, close } = openDatabase(embedded.url);
await sql`create table if not exists written (n int primary key)`;
let next = (await sql<{ n: number }[]>`select coalesce(max(n), 0) + 1 as n from written`)[0]!.n;
say({ url: embedded.url, owned: embedded.owned });

let going = true;
process.once("SIGTERM", () => {
  going = false;
});
while (going) {
  // What was not acknowledged may be there or not: the same number again, harmlessly.
  const saved = await sql`insert into written values (${next}) on conflict do nothing`.then(
    () => true,
    () => new Promise<false>((resolve) => setTimeout(resolve, 10, false)),
  );
  if (saved) say({ saved: next++ });
}
await close();
await embedded.stop();
