import { forbidden } from "#domain/errors.ts";

declare const granted: unique symbol;

/**
 * Something that a policy has allowed this actor to do something with. Only `authorize` makes one, and the functions
 * that write take one: a use case that forgets the check does not compile.
 */
export type Authorized<Thing, Action extends string> = Thing & { readonly [granted]: Action };

/**
 * Turns a policy's answer into the permission that a write needs.
 *
 * @throws a `forbidden` failure when the answer is no. What may not even be seen has to be refused earlier, by the
 * scoped finder, as not found.
 */
export function authorize<Thing, Action extends string>(
  thing: Thing,
  action: Action,
  allowed: boolean,
): Authorized<Thing, Action> {
  if (!allowed) throw forbidden(`may-not-${action}`);
  return thing as Authorized<Thing, Action>;
}
