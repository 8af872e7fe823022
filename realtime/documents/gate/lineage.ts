import { refuse } from "./refused.ts";

/** How a struct found its place: directly under the root, inside an element, or beside another struct. */
const AT_ROOT = 0;
const INSIDE = 1;
const BESIDE = 2;
const NOWHERE = -1;

/** The structs of one client id, in clock order. All columns fit 32 bits: the gate checks ids and clocks first. */
class Run {
  size = 0;
  /** How many are settled, counted from the first. */
  settled = 0;
  to = 0;
  readonly starts: Uint32Array;
  readonly links: Uint8Array;
  readonly placeClients: Uint32Array;
  readonly placeClocks: Uint32Array;
  readonly depths: Uint8Array;
  /** Neighbours on the right, for structs that have two: index, client, clock, and so on. */
  readonly rights: number[] = [];
  private rightAt = 0;

  constructor(
    readonly client: number,
    count: number,
  ) {
    this.starts = new Uint32Array(count);
    this.links = new Uint8Array(count);
    this.placeClients = new Uint32Array(count);
    this.placeClocks = new Uint32Array(count);
    this.depths = new Uint8Array(count);
  }

  /** Place in `rights` of what belongs to this struct, or NOWHERE. Asked with rising indexes. */
  rightOf(index: number): number {
    const { rights } = this;
    while (this.rightAt < rights.length && rights[this.rightAt]! < index) this.rightAt += 3;
    return rights[this.rightAt] === index ? this.rightAt : NOWHERE;
  }

  /** Index of the struct that holds this clock; NOWHERE when this update does not bring it. */
  find(clock: number): number {
    const { starts } = this;
    if (clock >= this.to || clock < starts[0]!) return NOWHERE;
    // Most references are to what was written just before.
    const recent = this.settled - 1;
    let low = recent >= 0 && starts[recent]! <= clock ? recent : 0;
    let high = this.size - 1;
    if (low === high || clock < starts[low + 1]!) return low;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= clock) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Who hangs under whom inside one update. Filled while the bytes are walked, only for updates large enough to hide
 * something, then settled in causal order: each struct after the ones it refers to. That order is what Yjs needs to
 * apply the update at once; a circle would stay pending in every client for ever.
 */
export class Lineage {
  /** By falling client id, as in the update. */
  private readonly runs: Run[] = [];
  private current = new Run(0, 0);
  /** What `settle` stopped at: the run that has to move first, and up to which struct. */
  private blocker = this.current;
  private blockerIndex = 0;

  /** The structs that follow belong to this client id. `count` was checked against the bytes that remain. */
  begin(client: number, count: number): void {
    this.current = new Run(client, count);
    this.runs.push(this.current);
  }

  end(to: number): void {
    this.current.to = to;
  }

  addAtRoot(start: number): void {
    const run = this.current;
    run.starts[run.size++] = start;
  }

  addInside(start: number, client: number, clock: number): void {
    this.add(start, INSIDE, client, clock);
  }

  addBeside(start: number, client: number, clock: number): void {
    this.add(start, BESIDE, client, clock);
  }

  /** The struct added last also refers to this neighbour on its right. */
  addRight(client: number, clock: number): void {
    // What one's own client id wrote before is settled before.
    if (client !== this.current.client) this.current.rights.push(this.current.size - 1, client, clock);
  }

  private add(start: number, link: number, client: number, clock: number): void {
    const run = this.current;
    const index = run.size++;
    run.starts[index] = start;
    run.links[index] = link;
    run.placeClients[index] = client;
    run.placeClocks[index] = clock;
  }

  /** Refuses circles and whatever nests deeper than `deepest` (below 255). Every struct is settled once. */
  check(deepest: number): void {
    const waiting = new Set<Run>();
    for (const first of this.runs) {
      const stack = [{ run: first, until: first.size - 1 }];
      for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
        waiting.add(top.run);
        if (this.settle(top.run, top.until, deepest)) {
          waiting.delete(top.run);
          stack.pop();
          continue;
        }
        if (waiting.has(this.blocker)) refuse("refers in a circle");
        stack.push({ run: this.blocker, until: this.blockerIndex });
      }
    }
  }

  /** Moves a run forward through `until`; false when a struct of another run has to come first. */
  private settle(run: Run, until: number, deepest: number): boolean {
    for (let index = run.settled; index <= until; index++) {
      run.settled = index;
      const link = run.links[index]!;
      let depth = 1;
      if (link !== AT_ROOT) {
        const place = this.runOf(run.placeClients[index]!, run);
        const at = place?.find(run.placeClocks[index]!) ?? NOWHERE;
        if (place !== undefined && at !== NOWHERE) {
          if (this.blocked(place, at)) return false;
          depth = place.depths[at]! + (link === INSIDE ? 1 : 0);
        }
        const right = run.rights.length === 0 ? NOWHERE : run.rightOf(index);
        if (right !== NOWHERE && this.rightBlocked(run, right)) return false;
        if (depth > deepest) refuse("nested too deep");
      }
      run.depths[index] = depth;
    }
    run.settled = Math.max(run.settled, until + 1);
    return true;
  }

  private rightBlocked(run: Run, right: number): boolean {
    const neighbour = this.runOf(run.rights[right + 1]!, run);
    const at = neighbour?.find(run.rights[right + 2]!) ?? NOWHERE;
    return neighbour !== undefined && at !== NOWHERE && this.blocked(neighbour, at);
  }

  private blocked(run: Run, index: number): boolean {
    if (index < run.settled) return false;
    this.blocker = run;
    this.blockerIndex = index;
    return true;
  }

  private runOf(client: number, own: Run): Run | undefined {
    if (client === own.client) return own;
    const { runs } = this;
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = runs[middle]!;
      if (found.client === client) return found;
      if (found.client > client) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}
