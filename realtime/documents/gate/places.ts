/** Children and attributes that may be put into one new element without a neighbour, which is how the first of each comes. */
const FIRST_ONES = 16;
const UNUSED = -1;

/**
 * Counts, in one client id's run, the pieces whose place is not vouched for by the run itself. Yjs has to search the
 * place of an insertion when what it names as its neighbours do not stand beside each other, along everything that was
 * written behind the left one; and whether two ids stand beside each other is not in the bytes. But an editor's list
 * only grows. So what it writes behind its own last letter finds nothing there; what it writes again behind the same
 * letter has the piece from before on its right; and what it writes first in a list that it made itself is alone in it.
 * Such pieces cost nothing to place. Of the others an honest hand makes one for every spot in older text that it begins
 * to write at, and one claimed falsely costs a search through all claimed before it. One map entry per piece.
 */
export class Places {
  /** How many were not vouched for. */
  count = 0;
  /** Per clock that was written behind: the first clock of what stands there now, UNUSED for a piece's own last clock. */
  private readonly behind: Map<number, number> | null;
  /** First clocks of pieces that stand at the beginning of a list made in this run. */
  private starts: Set<number> | null = null;
  /** Per element of this run, how many came into it without a neighbour. */
  private firstOnes: Map<number, number> | null = null;

  constructor(
    private readonly client: number,
    private readonly from: number,
    pieces: number,
  ) {
    // One piece, which is every keystroke, has nothing to vouch for it but the letter before.
    this.behind = pieces > 1 ? new Map() : null;
  }

  /** A piece without neighbours, in the element at this place. */
  inside(start: number, client: number, clock: number): void {
    const before = this.firstOnes?.get(clock) ?? 0;
    if (client !== this.client || clock < this.from || before >= FIRST_ONES) {
      this.count++;
      return;
    }
    this.firstOnes ??= new Map();
    this.firstOnes.set(clock, before + 1);
    this.starts ??= new Set();
    this.starts.add(start);
  }

  atRoot(): void {
    this.count++;
  }

  before(start: number, client: number, clock: number): void {
    if (client === this.client && this.starts?.delete(clock)) this.starts.add(start);
    else this.count++;
  }

  after(start: number, client: number, clock: number, rightClient: number, rightClock: number): void {
    if (client !== this.client || clock < this.from - 1) {
      this.count++;
      return;
    }
    const known = this.behind?.get(clock);
    // Not the end of a piece: behind it stands the next letter of the same piece.
    const next = known ?? (clock < this.from ? UNUSED : clock + 1);
    if (next !== UNUSED && !(rightClient === this.client && rightClock === next)) this.count++;
    this.behind?.set(clock, start);
  }

  /** The piece that was placed last goes up to here. */
  end(last: number): void {
    this.behind?.set(last, UNUSED);
  }
}
