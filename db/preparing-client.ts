import type postgres from "postgres";

type Client = postgres.Sql<{ bytea: Uint8Array }>;
type Unsafe = Client["unsafe"];

/** Statements with more parameters than this are rarely seen twice; kept ones would only fill the server's memory. */
const mostParametersPrepared = 100;

/**
 * Drizzle asks postgres.js for unprepared statements, which costs a second round trip for every query with
 * parameters. This stands between the two and asks for prepared ones. `prepare=false` in the address still wins.
 */
export function preparing(client: Client): Client {
  return new Proxy(client, {
    get(target, property, receiver) {
      if (property === "unsafe") return preparingUnsafe(target);
      if (property === "begin" || property === "savepoint") return preparingScope(target, property);
      return Reflect.get(target, property, receiver);
    },
  });
}

function preparingUnsafe(client: Client): Unsafe {
  return ((query, parameters = [], options = {}) =>
    client.unsafe(query, parameters, {
      ...options,
      prepare: parameters.length <= mostParametersPrepared,
    })) as Unsafe;
}

type Scope = (...parts: unknown[]) => Promise<unknown>;

function preparingScope(client: Client, property: "begin" | "savepoint"): Scope {
  const open = Reflect.get(client, property) as Scope;
  return (...parts) => {
    const work = parts.pop() as (scoped: Client) => unknown;
    return open(...parts, (scoped: Client) => work(preparing(scoped)));
  };
}
