export type MigrationProblem = "files" | "changed" | "database-newer" | "out-of-order" | "busy" | "failed";

/** Why the tables were not brought up to date; the message is a plain sentence for whoever starts the application. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";

  constructor(
    readonly code: MigrationProblem,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}
