import type { Options, PostgresType } from "postgres";

type Address = Pick<Options<Record<string, PostgresType>>, "host" | "port" | "user" | "password">;

const parametersOfLibpq = ["host", "port", "user", "password"] as const;

/**
 * postgres.js knows no unix sockets in addresses; psql, pg_dump and the cloud providers write them as
 * `postgres:///name?host=/folder&user=me` or `postgres://me@%2Ffolder/name`. Reading them here means that one
 * DATABASE_URL serves the application and the command-line tools alike.
 */
export function connectionOptions(url: string): { url: string; address: Address } {
  if (!/^postgres(ql)?:\/\//.test(url)) throw notAnAddress();
  const authority = url.slice(url.indexOf("://") + 3).split(/[/?]/)[0] ?? "";
  const namesSocket = /%2f/i.test(authority) || /[?&](host|port|user|password)=/.test(url);
  // Lists of hosts with ports are no valid URL to Node, but postgres.js reads them itself.
  if (!namesSocket) return { url, address: {} };
  return splitAddress(url);
}

function splitAddress(url: string): { url: string; address: Address } {
  let parsed: URL;
  try {
    // A name before an empty host ("me@/name") is libpq's habit and an error to URL.
    parsed = new URL(url.replace(/@(?=[/?]|$)/, "@localhost"));
  } catch {
    throw notAnAddress();
  }
  const [host, port, user, password] = parametersOfLibpq.map((name) => {
    const value = parsed.searchParams.get(name) ?? undefined;
    parsed.searchParams.delete(name);
    return value;
  });
  return {
    url: parsed.toString(),
    address: {
      host: host ?? decodeURIComponent(parsed.hostname),
      port: Number(port ?? (parsed.port || 5432)),
      user: user ?? decodeURIComponent(parsed.username),
      password: password ?? decodeURIComponent(parsed.password),
    },
  };
}

// The address itself is left out: it may hold a password, and this sentence ends up in a log.
function notAnAddress(): TypeError {
  return new TypeError("The database address must look like postgres://user:password@host:5432/name.");
}
