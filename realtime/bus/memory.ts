import type { Bus, BusMessage } from "./bus.ts";

/** Stands for the network between nodes in one process. */
export class MemoryHub {
  private readonly nodes = new Set<(message: BusMessage) => void>();

  /** The bus of one more node. */
  connect(): Bus {
    const listeners = new Set<(message: BusMessage) => void>();
    const receive = (message: BusMessage) => {
      for (const listener of listeners) listener(message);
    };
    const { nodes } = this;
    nodes.add(receive);
    return {
      get alone() {
        return nodes.size < 2;
      },
      publish: (message) => {
        if (nodes.size < 2) return;
        // As over a network: a copy, and not before the sender has gone on.
        const copy = JSON.stringify(message);
        for (const node of nodes)
          if (node !== receive) setImmediate(() => nodes.has(node) && node(JSON.parse(copy) as BusMessage));
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: async () => {
        listeners.clear();
        nodes.delete(receive);
      },
    };
  }
}

/** The bus of a node that has no others. */
export function memoryBus(): Bus {
  return new MemoryHub().connect();
}
