import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

interface Line {
  fate: "works" | "stranded" | "forgotten";
  far: Socket;
}

/** A network between a client and a node that a test can take away, silence and give back. */
export class Network {
  /** What the node sends, whether or not it arrives. */
  onAnswer: (bytes: Buffer) => void = () => {};
  private readonly sockets = new Set<Socket>();
  private readonly lines = new Set<Line>();
  private state: "up" | "gone" | "silent" = "up";
  private delayMs = 0;
  private address: string | undefined;

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

  /** The lines there are lead nowhere from now on, and nobody is told, or the node only; new ones work. */
  strand({ tellNode = false } = {}): void {
    const lines = [...this.lines];
    this.loseLines("stranded");
    if (tellNode) for (const { far } of lines) far.destroy();
  }

  /** As `strand`, but who sends something on such a line is told that there is none. @returns how many. */
  forget(): number {
    return this.loseLines("forgotten");
  }

  /** The person is somewhere else: the lines there are are stranded, new ones come from this address of the loopback. */
  moveTo(address: string): void {
    this.strand();
    this.address = address;
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

  private loseLines(fate: Line["fate"]): number {
    const { size } = this.lines;
    for (const line of this.lines) line.fate = fate;
    this.lines.clear();
    return size;
  }

  private join(near: Socket): void {
    if (this.state === "gone") {
      near.destroy();
      return;
    }
    const { hostname, port } = new URL(this.target);
    const far = connect({ port: Number(port), host: hostname, localAddress: this.address });
    const line: Line = { fate: "works", far };
    this.lines.add(line);
    far.on("data", (bytes) => this.onAnswer(bytes));
    this.connect(near, far, line);
    this.connect(far, near, line);
    if (this.state === "silent") near.pause();
  }

  private connect(from: Socket, to: Socket, line: Line): void {
    this.sockets.add(from);
    from.on("data", (bytes) => {
      if (line.fate === "forgotten") from.resetAndDestroy();
      else if (line.fate === "stranded") return;
      else if (this.delayMs === 0) to.write(bytes);
      else setTimeout(() => to.write(bytes), this.delayMs);
    });
    from.on("error", () => {});
    from.on("close", () => {
      this.sockets.delete(from);
      this.lines.delete(line);
      if (line.fate === "works") to.destroy();
    });
  }
}
