/** No connection came about, so nothing was done: refused, not answered, or still starting up. */
const CODES = new Set<unknown>(["ECONNREFUSED", "CONNECT_TIMEOUT", "57P03"]);

/** Whether an error, or what caused it, says that the database could not be asked at all. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && CODES.has(error.code)) return true;
  // A unix socket that is not there.
  if ("syscall" in error && error.syscall === "connect") return true;
  return isOutOfReach(error.cause);
}
