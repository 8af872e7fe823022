/**
 * The one error vocabulary of the product, without HTTP in it: routes, sockets and jobs translate it at their edge.
 *
 * `reason` is a stable kebab-case name: the message catalogues hold a sentence for each (`errors:<reason>`), so that
 * the person always reads what happened, what stays safe and what to do. `fields` puts a reason beside each field.
 */
export type FailureKind =
  | "not-found"
  | "forbidden"
  | "invalid"
  | "conflict"
  | "too-many"
  | "unavailable"
  | "signed-out";

export class Failure extends Error {
  override readonly name = "Failure";
  readonly kind: FailureKind;
  readonly reason: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Values that the sentence may quote (a number, a date, the other text); never a secret. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    kind: FailureKind,
    reason: string,
    more: { fields?: Record<string, string>; details?: Record<string, unknown> } = {},
  ) {
    super(`${kind}: ${reason}`);
    this.kind = kind;
    this.reason = reason;
    this.fields = more.fields ?? {};
    this.details = more.details ?? {};
  }
}

/** Not visible is the same as not there: nobody learns from an answer that something exists. */
export const notFound = (): Failure => new Failure("not-found", "not-found");
/** Seen, but not allowed; the reason names what. */
export const forbidden = (reason = "forbidden"): Failure => new Failure("forbidden", reason);
/** Allowed, but not as things stand now. `details` is what the sentence quotes. */
export const conflict = (reason: string, details?: Record<string, unknown>): Failure =>
  new Failure("conflict", reason, details ? { details } : {});
/** Something in the fields cannot be kept: a reason beside each, `form` for the whole. */
export const invalid = (fields: Record<string, string>): Failure => new Failure("invalid", "invalid-input", { fields });

/**
 * Whether a thrown value is one of ours. By name and not by `instanceof`: the server bundle and the page bundle each
 * carry a copy of this class.
 */
export function isFailure(thrown: unknown): thrown is Failure {
  return thrown instanceof Error && thrown.name === "Failure" && "kind" in thrown && "reason" in thrown;
}
