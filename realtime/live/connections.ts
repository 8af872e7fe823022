import type { Connection } from "./connection.ts";

/** The sockets of this node, and who watches what. */
export class Connections {
  private readonly all = new Set<Connection>();
  private readonly watchers = new Map<string, Set<Connection>>();

  add(connection: Connection): void {
    this.all.add(connection);
  }

  remove(connection: Connection): void {
    for (const topic of connection.topics) this.unwatch(connection, topic);
    this.all.delete(connection);
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.all.values();
  }

  get size(): number {
    return this.all.size;
  }

  watch(connection: Connection, topic: string): void {
    connection.topics.add(topic);
    const watching = this.watchers.get(topic);
    if (watching) watching.add(connection);
    else this.watchers.set(topic, new Set([connection]));
  }

  unwatch(connection: Connection, topic: string): void {
    connection.topics.delete(topic);
    const watching = this.watchers.get(topic);
    watching?.delete(connection);
    if (watching?.size === 0) this.watchers.delete(topic);
  }

  /** Sends the keys once to everybody who watches one of the topics. */
  notify(topics: readonly string[], keys: readonly (readonly string[])[]): void {
    const watching = new Set<Connection>();
    for (const topic of topics) for (const connection of this.watchers.get(topic) ?? []) watching.add(connection);
    const notice = { keys: keys.map((key) => [...key]) };
    for (const connection of watching) connection.tell("notice", notice);
  }
}
