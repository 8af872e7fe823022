export type EmbeddedProblem =
  /** Another application works in this folder. */
  | "in-use"
  /** The folder cannot be made or written. */
  | "unwritable"
  /** The account that runs PostgreSQL cannot get at the data. */
  | "unreachable"
  /** The data belong to another account. */
  | "foreign-owner"
  /** The data are not where an earlier start put them. */
  | "missing"
  /** PostgreSQL's programs are not there, or do not run on this machine. */
  | "binaries"
  /** PostgreSQL itself refused to start; the message quotes it. */
  | "start";

/**
 * Why the built-in database cannot be used. The message is a plain sentence: what happened, what is safe, what to do.
 * It is meant to be printed as it is, without a stack.
 */
export class EmbeddedError extends Error {
  override readonly name = "EmbeddedError";

  constructor(
    readonly code: EmbeddedProblem,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}

/** The same for what the system throws on the way: a full disk, a file that may not be opened. */
export function asEmbeddedError(cause: unknown, folder: string): EmbeddedError {
  if (cause instanceof EmbeddedError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedError(
    "start",
    `The built-in database in ${folder} could not be started (${reason}). The data were left as they are. Put that right and start again, or set DATABASE_URL to a database of yours.`,
    { cause },
  );
}
