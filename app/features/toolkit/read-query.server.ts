import type { Raw } from "#server/input.ts";

/** The search part of an address as input: a field that comes twice is a list, so that a schema can refuse it. */
export function readQuery({ searchParams }: URL): Raw {
  // Without a prototype: a field named `__proto__` is a field like any other.
  const input: Record<string, unknown> = Object.create(null);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    input[name] = values.length === 1 ? values[0] : values;
  }
  return input;
}
