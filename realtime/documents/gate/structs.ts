import { KIND, readContent, readTombstone, XML_ELEMENT } from "./content.ts";
import { type GateLimits, HIGHEST_CLIENT, ROOT_NAME } from "./limits.ts";
import { Lineage } from "./lineage.ts";
import { equals, readName } from "./names.ts";
import { Places } from "./places.ts";
import type { Reader } from "./reader.ts";
import { refuse, refuseSize } from "./refused.ts";

const HAS_ORIGIN = 0x80;
const HAS_RIGHT = 0x40;
const IS_ATTRIBUTE = 0x20;
const KIND_BITS = 0x1f;
const ROOT_BYTES = new TextEncoder().encode(ROOT_NAME);

/** Smallest block: struct count, client, clock and one two-byte tombstone. */
const BLOCK_BYTES = 5;
const STRUCT_BYTES = 2;

const NOBODY = -1;
const NOTHING: readonly Need[] = [];

/** The highest clock of another client id that the update refers to and does not bring itself. */
export interface Need {
  readonly client: number;
  readonly clock: number;
}

export interface ClientRange {
  readonly client: number;
  /** First clock of the content. */
  readonly from: number;
  /** One past its last clock. */
  readonly to: number;
}

/** Walks over the first half of an update: per client id, a run of structs with clocks that follow on each other. */
export class StructWalk {
  readonly clients: ClientRange[] = [];
  structs = 0;
  /** Pieces whose place Yjs may have to search for. */
  places = 0;

  /** Other client ids referred to and the highest clock of each; the first apart, as there is seldom a second. */
  private needClient = NOBODY;
  private needClock = 0;
  private otherNeeds: Map<number, number> | undefined;
  private lineage: Lineage | undefined;
  private advance = 0;
  private client = 0;
  private clock = 0;
  private here = new Places(0, 0, 0);

  constructor(
    private readonly reader: Reader,
    private readonly limits: GateLimits,
  ) {}

  run(): void {
    const { reader, limits } = this;
    const blocks = reader.count(BLOCK_BYTES);
    if (blocks > limits.clients) refuseSize("too many client ids");
    if (blocks > 1) this.lineage = new Lineage();
    let previous = Number.POSITIVE_INFINITY;
    for (let i = 0; i < blocks; i++) {
      const count = reader.count(STRUCT_BYTES);
      this.client = reader.uint();
      // Yjs writes falling client ids, and would drop the first of two blocks for one id.
      if (this.client >= previous || this.client > HIGHEST_CLIENT) refuse("client ids out of order or range");
      previous = this.client;
      this.block(count);
    }
    this.lineage?.check(limits.depth);
    if (this.places > limits.places) refuseSize("too many places");
  }

  needs(): readonly Need[] {
    if (this.needClient === NOBODY) return NOTHING;
    const needs: Need[] = [];
    this.addOpen(needs, this.needClient, this.needClock);
    for (const [client, clock] of this.otherNeeds ?? []) this.addOpen(needs, client, clock);
    return needs;
  }

  private addOpen(needs: Need[], client: number, clock: number): void {
    for (const range of this.clients) if (range.client === client && clock < range.to) return;
    needs.push({ client, clock });
  }

  private block(count: number): void {
    const { reader, limits } = this;
    if (count === 0) refuse("a client id without content");
    this.structs += count;
    if (this.structs > limits.structs) refuseSize("too many pieces");
    // Fewer structs than levels cannot nest too deep, and refer only backwards: nothing to remember about them.
    if (count > limits.depth) this.lineage ??= new Lineage();
    this.lineage?.begin(this.client, count);
    const from = reader.uint();
    this.clock = from;
    this.here = new Places(this.client, from, count);
    for (let i = 0; i < count; i++) {
      const length = this.struct();
      this.clock += length;
      this.here.end(this.clock - 1);
      this.advance += length;
      if (this.advance > limits.advance || this.clock >= limits.clock) refuse("clock jumps too far");
    }
    this.places += this.here.count;
    this.clients.push({ client: this.client, from, to: this.clock });
    this.lineage?.end(this.clock);
  }

  private struct(): number {
    const { reader } = this;
    const info = reader.byte();
    if (info === KIND.gc) {
      this.lineage?.addAtRoot(this.clock);
      return readTombstone(reader);
    }
    const kind = info & KIND_BITS;
    if (kind === KIND.gc) refuse("a tombstone with flags");
    if ((info & (HAS_ORIGIN | HAS_RIGHT)) === 0) this.parent(kind, info);
    else this.neighbours(info);
    return readContent(reader, kind, this.limits);
  }

  private neighbours(info: number): void {
    const { reader, lineage } = this;
    if ((info & HAS_ORIGIN) !== 0) {
      const client = reader.uint();
      const clock = reader.uint();
      this.refer(client, clock);
      lineage?.addBeside(this.clock, client, clock);
      if ((info & HAS_RIGHT) !== 0) this.right(client, clock);
      else this.here.after(this.clock, client, clock, NOBODY, 0);
      return;
    }
    const client = reader.uint();
    const clock = reader.uint();
    this.refer(client, clock);
    lineage?.addBeside(this.clock, client, clock);
    this.here.before(this.clock, client, clock);
  }

  /** The neighbour on the right of a piece that has this one on its left. */
  private right(leftClient: number, leftClock: number): void {
    const client = this.reader.uint();
    const clock = this.reader.uint();
    this.refer(client, clock);
    this.lineage?.addRight(client, clock);
    this.here.after(this.clock, leftClient, leftClock, client, clock);
  }

  private parent(kind: number, info: number): void {
    const { reader, lineage } = this;
    const attribute = (info & IS_ATTRIBUTE) !== 0;
    const byName = reader.uint();
    if (byName === 1) {
      reader.text();
      if (!equals(reader.bytes, reader.textFrom, reader.textTo, ROOT_BYTES)) refuse("unknown root");
      // Anything else directly under the root makes the editor's binding throw in every browser that opens it.
      const element = kind === KIND.type && reader.at < reader.end && reader.bytes[reader.at] === XML_ELEMENT;
      if (attribute || !(element || kind === KIND.deleted)) refuse("the root holds elements only");
      lineage?.addAtRoot(this.clock);
      this.here.atRoot();
      return;
    }
    if (byName !== 0) refuse("unknown kind of parent");
    const client = reader.uint();
    const clock = reader.uint();
    this.refer(client, clock);
    lineage?.addInside(this.clock, client, clock);
    this.here.inside(this.clock, client, clock);
    if (attribute) readName(reader, this.limits);
    if (kind !== KIND.deleted && attribute !== (kind === KIND.value)) refuse("values are attributes, nothing else is");
  }

  private refer(client: number, clock: number): void {
    if (client === this.client) {
      // Yjs looks its own client's past up without asking whether it is there, and throws.
      if (clock >= this.clock) refuse("refers to what comes after it");
      return;
    }
    if (client > HIGHEST_CLIENT || clock >= this.limits.clock) refuse("refers out of range");
    if (client === this.needClient || this.needClient === NOBODY) {
      this.needClient = client;
      if (this.needClock < clock) this.needClock = clock;
      return;
    }
    this.otherNeeds ??= new Map();
    const known = this.otherNeeds.get(client);
    if (known === undefined || known < clock) this.otherNeeds.set(client, clock);
  }
}
