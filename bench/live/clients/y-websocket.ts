import { Client, NOTHING, type Opening } from "./client.ts";
import { next, readNumber, write } from "./varint.ts";

const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** The sync protocol of y-protocols as y-websocket speaks it. There are no acknowledgements. */
export class YWebsocketClient extends Client {
  constructor(opening: Opening) {
    super(opening, `/${opening.document}`);
  }

  protected override open(): void {
    this.line.send(write(SYNC, STEP_1, this.opening.vector ?? NOTHING));
  }

  protected override binary(bytes: Buffer): void {
    if (bytes[0] !== SYNC) return;
    const kind = bytes[1];
    const length = readNumber(bytes, 2);
    const from = next;
    if (kind === STEP_1) this.line.send(write(SYNC, STEP_2, EMPTY_UPDATE));
    else if (this.isReady) this.onUpdate(bytes, from, from + length);
    else this.arrived(bytes.subarray(from, from + length));
  }

  override send(update: Uint8Array): void {
    this.line.send(write(SYNC, UPDATE, update));
  }
}
