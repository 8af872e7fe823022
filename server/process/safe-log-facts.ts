const LONGEST_VALUE = 2048;
const DEEPEST = 4;
const MOST_ENTRIES = 50;

const SECRET_NAME =
  /pass(word|wd|phrase)|secret|token|cookie|authori[sz]ation|e-?mail|session$|^(body|text|content|html)$/i;
// JSON escapes only the first 32 control characters; a terminal also obeys C1 (CSI is U+009B), and line separators and
// direction overrides let a value pretend to be a line of its own.
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text that is safe to write into a log: control characters visible, at most 2 kB. */
export function clean(text: string): string {
  const short = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return short.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The facts of one log line, without secrets, bounded in size and depth. */
export function safeFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return safeEntries(facts, 0);
}

function safeEntries(value: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(
    entries.map(([name, each]) => [clean(name), SECRET_NAME.test(name) ? "[hidden]" : safeValue(each, depth + 1)]),
  );
}

function safeValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "function" || typeof value === "symbol") return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  if (value instanceof Error) return safeError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth > DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((each) => safeValue(each, depth + 1));
  return safeEntries(value, depth);
}

/**
 * What a log may know about an error. Messages of the database, of its query builder and of parsers repeat what
 * somebody typed (`invalid input syntax for type uuid: "…"`, `params: …`), so those stay behind: the code, the place
 * and the stack frames find the cause just as well.
 */
function safeError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const { code, severity, table_name, constraint_name, routine, reason, fields } = error as unknown as Record<
    string,
    unknown
  >;
  // Class 42 is the database complaining about our statement, in our own words.
  const fromDatabase = severity !== undefined && !String(code).startsWith("42");
  const repeatsInput = fromDatabase || name === "SyntaxError" || /^Failed query/.test(message);
  return {
    name: clean(name),
    ...(code !== undefined && { code: clean(String(code)) }),
    ...(repeatsInput ? {} : { message: clean(message) }),
    // Of a Failure of ours: names of reasons and of form fields, never what was filled in.
    ...(reason !== undefined && { reason: safeValue(reason, depth) }),
    ...(fields !== undefined && { fields: safeValue(fields, depth) }),
    ...(table_name !== undefined && { table: safeValue(table_name, depth) }),
    ...(constraint_name !== undefined && { constraint: safeValue(constraint_name, depth) }),
    ...(routine !== undefined && { routine: safeValue(routine, depth) }),
    frames:
      stack
        ?.match(/^ {4}at .*$/gm)
        ?.slice(0, 12)
        .map((frame) => clean(frame.trim())) ?? [],
    ...(cause instanceof Error && depth <= DEEPEST && { cause: safeError(cause, depth + 1) }),
  };
}
