import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A network between a client and a node that a test can take away, silence and give back. */
export class Network {
  private readonly sockets = new Set<Socket>();
  private state: "up" | "gone" | "silent" = "up";
  private delayMs = 0;

  private constructor(
    private readonly server: Server,
    private target: string,
  ) {}

  static async to(target: string): Promise<Network> {
    const server = createServer();
    const network = new Network(server, target);
    server.on("connection", (near) => network.join(near));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return network;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Every line breaks, and no new one comes about. */
  cut(): void {
    this.state = "gone";
    for (const socket of this.sockets) socket.destroy();
  }

  /** Nothing arrives any more in either direction, and nobody is told. */
  silence(): void {
    this.state = "silent";
    for (const socket of this.sockets) socket.pause();
  }

  /** Everything takes so much longer from now on, in either direction. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Works again, to the same node or another one. */
  restore(target = this.target): void {
    this.target = target;
    this.state = "up";
    for (const socket of this.sockets) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.state === "gone") {
      near.destroy();
      return;
    }
    const { hostname, port } = new URL(this.target);
    const far = connect(Number(port), hostname);
    this.connect(near, far);
    this.connect(far, near);
    if (this.state === "silent") near.pause();
  }

  private connect(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on("data", (bytes) => {
      if (this.delayMs === 0) to.write(bytes);
      else setTimeout(() => to.write(bytes), this.delayMs);
    });
    from.on("error", () => {});
    from.on("close", () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
