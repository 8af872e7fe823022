import type { Config } from "#server/config.ts";

/** Errors that already are a sentence for whoever starts the application. */
const SPEAK_FOR_THEMSELVES = ["ConfigError", "MigrationError", "EmbeddedError", "CannotStart"];

/** Something that has to be put right by hand; its message says what and how. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}

/** One plain sentence for a failed start, or null when the cause is a fault of ours and needs its stack. */
export function startFailureSentence(error: unknown, config: Config | null): string | null {
  if (!(error instanceof Error)) return null;
  if (SPEAK_FOR_THEMSELVES.includes(error.name)) return error.message;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE" && config) {
    return `Port ${config.port} is in use by another program. Stop that one, or choose another: PORT=${config.port + 1} npm start.`;
  }
  if (syscall === "listen" && config) {
    return `Port ${config.port} on ${config.host} cannot be opened (${code}). Choose another PORT or HOST.`;
  }
  if (path !== undefined && ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"].includes(code ?? "")) {
    return `${path} cannot be written (${code}). Point DATA_DIR at a folder that this user may write and that has room.`;
  }
  return config?.databaseUrl ? databaseSentence(code) : null;
}

const UNREACHABLE = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
];

function databaseSentence(code: string | undefined): string | null {
  if (
    UNREACHABLE.includes(code ?? "") ||
    code === "ENOENT" ||
    code === "CONNECT_TIMEOUT" ||
    code === "CONNECTION_CLOSED"
  ) {
    return `The database of DATABASE_URL does not answer (${code}). Check the address and that it is running.`;
  }
  switch (code) {
    case "28P01":
    case "28000":
      return "The database of DATABASE_URL refuses this user name or password.";
    case "3D000":
      return "The database that DATABASE_URL names does not exist. Create it, empty, and start again.";
    case "42501":
      return "The user of DATABASE_URL may not create tables in this database. Make it the owner of the database.";
    case "53300":
      return "The database of DATABASE_URL has no connection left for us. Try again, or raise its max_connections.";
    case "57P03":
      return "The database of DATABASE_URL is still starting up. Try again in a moment.";
    default:
      return null;
  }
}
