import postgres from "postgres";
import { report, settings } from "./report.mjs";

// Hocuspocus with its own server and its database extension, on the same PostgreSQL as ours. Without `debounce` it
// stores as it does by default (2 s after the last change, 10 s at most); with 0 at every change.
const { version, debounce, databaseUrl } = settings;
const { Server } = await import(`hocuspocus-server-${version}`);
const { Database } = await import(`hocuspocus-database-${version}`);
const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} });

const database = new Database({
  async fetch({ documentName }) {
    const [row] = await sql`select state from bench_documents where name = ${documentName}`;
    return row?.state ?? null;
  },
  async store({ documentName, state }) {
    await sql`
      insert into bench_documents (name, state) values (${documentName}, ${state})
      on conflict (name) do update set state = excluded.state`;
  },
});
const server = new Server({
  address: "127.0.0.1",
  quiet: true,
  stopOnSignals: false,
  extensions: [database],
  ...(debounce === undefined ? {} : { debounce }),
});
server.configuration.port = 0;
await server.listen();
report(server.address.port);
