import { Client, NOTHING, type Opening } from "./client.ts";
import { next, readNumber, write } from "./varint.ts";

const SYNC = 0;
const AUTH = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const TOKEN = 0;
const AUTHENTICATED = 2;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** The protocol of Hocuspocus' provider, the same for versions 3 and 4. A sync status acknowledges each update. */
export class HocuspocusClient extends Client {
  private readonly name: Uint8Array;

  constructor(opening: Opening) {
    super(opening, "/");
    this.name = Buffer.from(opening.document);
  }

  protected override open(): void {
    this.line.send(write(this.name, AUTH, TOKEN, Buffer.from("token")));
  }

  protected override binary(bytes: Buffer): void {
    const nameLength = readNumber(bytes, 0);
    const kind = readNumber(bytes, next + nameLength);
    switch (kind) {
      case AUTH:
        if (bytes[next] !== AUTHENTICATED) throw new Error("Hocuspocus refuses the token");
        this.line.send(write(this.name, SYNC, STEP_1, this.opening.vector ?? NOTHING));
        break;
      case SYNC:
      case SYNC_REPLY:
        this.sync(bytes, next);
        break;
      case SYNC_STATUS:
        if (bytes[next] === 1) this.acknowledged++;
    }
  }

  private sync(bytes: Buffer, at: number): void {
    const kind = bytes[at];
    const length = readNumber(bytes, at + 1);
    const from = next;
    if (kind === STEP_1) this.answerStep1();
    else if (kind === STEP_2) this.arrived(bytes.subarray(from, from + length));
    else if (this.isReady) this.onUpdate(bytes, from, from + length);
  }

  /** This one is acknowledged too, and is no edit. */
  private answerStep1(): void {
    this.line.send(write(this.name, SYNC, STEP_2, EMPTY_UPDATE));
    this.acknowledged--;
  }

  override send(update: Uint8Array): void {
    this.line.send(write(this.name, SYNC, UPDATE, update));
  }
}
