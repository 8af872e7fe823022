import { dirname, join } from "node:path";
import { chooseAddress, passwordFile, type Transport, urlOf } from "#db/embedded/address.ts";
import { prepareBinaries } from "#db/embedded/binaries.ts";
import { bringUp, type Server } from "#db/embedded/bring-up.ts";
import { asEmbeddedError, type EmbeddedError } from "#db/embedded/embedded-error.ts";
import { chooseHome, putSignpost } from "#db/embedded/home.ts";
import { initialise, removeUnfinished } from "#db/embedded/initialise.ts";
import { keepRunning } from "#db/embedded/keep-running.ts";
import type { ServerPlan } from "#db/embedded/launch.ts";
import { makeDatabase } from "#db/embedded/make-database.ts";
import { stopServer } from "#db/embedded/stop-server.ts";

export interface EmbeddedOptions {
  /** Where the data are kept; made when it is not there. */
  folder: string;
  log: { info(message: string): void; warn(message: string): void };
  /**
   * Called when another application took the folder while our database was down. This one must end; until then it
   * works on in the other one's database, unharmed.
   */
  onLost?(error: EmbeddedError): void;
  /** PostgreSQL's npm package, when it is not the installed one. */
  packageRoot?: string;
  /** Where the data go when root's PostgreSQL account cannot enter `folder`; /var/lib/leerlus, else /var/tmp/leerlus. */
  fallbacks?: string[];
  transport?: Transport;
}

export interface Embedded {
  /** For `openDatabase` and `migrate`; the same as long as this runs. */
  readonly url: string;
  /** Whether this process started the server (and `stop` stops it), or found it running. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

const application = "leerlus";

/**
 * Starts PostgreSQL on a folder, or goes on with the one that a killed application left running there, and keeps it
 * up: a server that dies is started again under the same address. Throws EmbeddedError with a plain sentence.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { plan, server } = await firstStart(options).catch((error: unknown) => {
    throw asEmbeddedError(error, options.folder);
  });
  options.log.info(
    server.owned
      ? `The built-in database is running on ${plan.data} (process ${server.pid}).`
      : `The built-in database on ${plan.data} was still running (process ${server.pid}). An earlier run started it, so stopping this application leaves it running.`,
  );

  const caretaker = keepRunning(plan, server, options);
  return {
    url: urlOf(plan.address, application, application),
    get owned() {
      return caretaker.owned;
    },
    stop: caretaker.stop,
  };
}

async function firstStart(options: EmbeddedOptions): Promise<{ plan: ServerPlan; server: Server }> {
  const plan = await makePlan(options);
  const server = await bringUp(plan);
  try {
    await removeUnfinished(dirname(plan.data));
    await makeDatabase(server.lock.admin, application, plan.address);
    return { plan, server };
  } catch (error) {
    if (server.owned) await stopServer(plan, server.pid);
    await server.lock.admin.end({ timeout: 1 });
    throw error;
  }
}

async function makePlan({ folder, packageRoot, fallbacks, transport, log }: EmbeddedOptions): Promise<ServerPlan> {
  const home = await chooseHome(folder, fallbacks);
  const binaries = await prepareBinaries(home.folder, home.account, packageRoot);
  const address = await chooseAddress(home, transport);
  const authentication =
    address.kind === "socket" ? ["--auth=trust"] : ["--auth=scram-sha-256", `--pwfile=${passwordFile(home)}`];
  await initialise(binaries, home.data, home.account, authentication);
  if (await putSignpost(folder, home)) {
    log.warn(`The account “${home.account?.name}” cannot enter ${folder}: the data are in ${home.folder}.`);
  }
  return { binaries, data: home.data, account: home.account, address, logFile: join(home.folder, "postgres.log") };
}
