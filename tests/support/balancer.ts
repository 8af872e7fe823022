import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { AppNode } from "./node-process.ts";

const LOOKS_EVERY_MS = 150;

/**
 * What stands before several nodes: passes connections on, in turns, to those whose /readyz says yes, and to the next
 * one when a node does not take it. Knows nothing of HTTP, so an answer of 500 that people get comes from a node.
 */
export class Balancer {
  private readonly pairs = new Map<Socket, AppNode>();
  private ready: AppNode[] = [];
  private nodes: readonly AppNode[] = [];
  private turn = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Balancer> {
    const server = createServer();
    const balancer = new Balancer(server);
    server.on("connection", (near) => balancer.take(near));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return balancer;
  }

  /** The address that people use. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Serves these nodes from now on. */
  async serve(nodes: readonly AppNode[]): Promise<void> {
    clearTimeout(this.timer);
    this.nodes = nodes;
    await this.look();
  }

  /** That many nodes said that they are ready when they were asked last. */
  isReady(count: number): boolean {
    return this.ready.length === count;
  }

  /** Breaks every line at once. @returns how many. */
  cutAll(): number {
    const lines = [...this.pairs.keys()];
    for (const line of lines) line.destroy();
    return lines.length;
  }

  /** Lines that lead to a node now. */
  linesTo(node: AppNode): number {
    return [...this.pairs.values()].filter((taken) => taken === node).length;
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.cutAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async look(): Promise<void> {
    const asked = this.nodes;
    const answers = await Promise.all(asked.map(saysReady));
    if (asked !== this.nodes) return;
    this.ready = asked.filter((_, index) => answers[index]);
    this.timer = setTimeout(() => void this.look(), LOOKS_EVERY_MS);
  }

  private take(near: Socket): void {
    // Half of the nodes may be down without anybody having noticed yet.
    const first = this.turn++;
    const order = this.ready.map((_, index) => this.ready[(first + index) % this.ready.length] as AppNode);
    near.on("error", () => {});
    this.tryNext(near, order);
  }

  private tryNext(near: Socket, [node, ...others]: AppNode[]): void {
    if (node === undefined) {
      near.destroy();
      return;
    }
    const { hostname, port } = new URL(node.url);
    const far = connect({ port: Number(port), host: hostname, noDelay: true });
    const refused = () => this.tryNext(near, others);
    far.once("error", refused);
    far.once("connect", () => {
      far.off("error", refused);
      far.on("error", () => {});
      this.pairs.set(near, node);
      near.setNoDelay(true);
      near.pipe(far).pipe(near);
      near.on("close", () => {
        this.pairs.delete(near);
        far.destroy();
      });
      far.on("close", () => near.destroy());
      if (near.destroyed) far.destroy();
    });
  }
}

async function saysReady(node: AppNode): Promise<boolean> {
  try {
    return (await fetch(`${node.url}/readyz`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
