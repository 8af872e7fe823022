import type { Address } from "#db/embedded/address.ts";

/** Given on the command line at every start, so that no edited file can open a port or turn durability off. */
export function serverSettings(address: Address): Record<string, string> {
  return {
    ...(address.kind === "socket"
      ? { listen_addresses: "", unix_socket_directories: quoted(address.folder), unix_socket_permissions: "0700" }
      : { listen_addresses: "127.0.0.1", unix_socket_directories: "" }),
    port: String(address.port),
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    // Error messages quote values, statements hold people's words: neither may come into a log.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    cluster_name: "leerlus",
  };
}

/** The setting is a list: a comma or a space in the folder's name would split it. */
const quoted = (folder: string) => `"${folder.replaceAll('"', '""')}"`;
