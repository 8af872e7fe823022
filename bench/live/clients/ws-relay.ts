import { Client, type Opening } from "./client.ts";

/** Raw updates, nothing around them. The relay greets with an empty message. */
export class WsRelayClient extends Client {
  constructor(opening: Opening) {
    super(opening, `/${opening.document}`);
  }

  protected override open(): void {}

  protected override binary(bytes: Buffer): void {
    if (bytes.length === 0) this.arrived();
    else this.onUpdate(bytes, 0, bytes.length);
  }

  override send(update: Uint8Array): void {
    this.line.send(update);
  }
}
