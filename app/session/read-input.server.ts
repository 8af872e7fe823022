import { Failure } from "#domain/errors.ts";
import type { Raw } from "#server/input.ts";

const unreadable = () => new Failure("invalid", "unreadable-form");

/**
 * What a form or a script sent, still unknown in every way. A field that came twice is a list, so that the schema
 * refuses it instead of one of the two winning by chance (hostile case T48). The size was bounded before.
 */
export async function readInput(request: Request): Promise<Raw> {
  if (request.headers.get("Content-Type")?.startsWith("application/json")) {
    const body: unknown = await request.json().catch(() => null);
    if (typeof body !== "object" || body === null || Array.isArray(body)) throw unreadable();
    return body as Raw;
  }
  const form = await request.formData().catch(() => {
    throw unreadable();
  });
  // Without a prototype: a field named `__proto__` is a field like any other.
  const input: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    input[name] = values.length === 1 ? values[0] : values;
  }
  return input;
}
