import { openDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { isFailure } from "#domain/errors.ts";
import { inviteFirstStaff } from "#server/invitations/index.ts";
import { readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { startFailureSentence } from "./process/start-failure.ts";

// npm run first-staff -- <e-mail> <name of the knowledge centre>: the way into an empty installation.

const [email = "", organisation = ""] = process.argv.slice(2);
const config = readConfig();
if (!config.databaseUrl) {
  process.stderr.write("Set DATABASE_URL to the database of the installation, as the application itself has it.\n");
  process.exit(1);
}
try {
  await migrate(config.databaseUrl);
} catch (error) {
  const sentence = startFailureSentence(error, config);
  if (!sentence) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
const { db, close } = openDatabase(config.databaseUrl, { max: 1 });
const silent = async () => null;
try {
  const { link } = await inviteFirstStaff(
    {
      db,
      clock: () => new Date(),
      log: createLog({ level: "warn", readable: true }),
      // No socket is open before the first person is there.
      live: {
        publish() {},
        recheck: async () => {},
        editDocument: () => Promise.reject(new Error("a command has no live documents")),
        readDocument: silent,
        readDocumentText: silent,
        keepVersions: silent,
        readContent: silent,
        compareContents: () => Promise.reject(new Error("a command has no live documents")),
        restoreContent: () => Promise.reject(new Error("a command has no live documents")),
      },
      publicUrl: config.publicOrigins[0],
      actor: { kind: "system" },
    },
    { email, organisation },
  );
  process.stdout.write(`Open this address once, within 14 days, to become the first member of staff:\n${link}\n`);
} catch (error) {
  if (!isFailure(error)) throw error;
  const wrong = Object.keys(error.fields).join(", ");
  process.stderr.write(
    error.reason === "already-in-use"
      ? "This installation has staff already; they invite the rest.\n"
      : `Not invited: check ${wrong || error.reason}. Usage: npm run first-staff -- name@school.example "Knowledge centre"\n`,
  );
  process.exitCode = 1;
} finally {
  await close();
}
