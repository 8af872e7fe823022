import { Client, type Opening } from "./client.ts";

/** Engine.IO 4 and Socket.IO 5 with Socket.IO's own parser: an event with bytes is a text frame and a binary frame. */
export class SocketIoRelayClient extends Client {
  constructor(opening: Opening) {
    super(opening, "/socket.io/?EIO=4&transport=websocket");
  }

  protected override open(): void {}

  protected override text(text: string): void {
    if (text.startsWith("0")) this.line.sendText(`40${JSON.stringify({ document: this.opening.document })}`);
    else if (text === "2") this.line.sendText("3");
    else if (text === '42["ready"]') this.arrived();
  }

  protected override binary(bytes: Buffer): void {
    this.onUpdate(bytes, 0, bytes.length);
  }

  override send(update: Uint8Array): void {
    this.line.sendText('451-["u",{"_placeholder":true,"num":0}]');
    this.line.send(update);
  }
}
