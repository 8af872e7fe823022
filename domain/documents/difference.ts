/** A stretch of two lists: in both, only in the first (`gone`), or only in the second (`new`). Ends are exclusive. */
export interface Stretch {
  kind: "same" | "gone" | "new";
  before: { from: number; to: number };
  after: { from: number; to: number };
}

/** So many removals and additions are looked for; texts that differ more are shown as replaced in one piece. */
const MOST_EDITS = 1_500;

/**
 * The shortest way from one list to another by leaving out and adding (E. Myers, "An O(ND) difference algorithm and
 * its variations", Algorithmica 1, 1986). Time and memory grow with the number of edits, not with the product of the
 * lengths, and are bounded by `most`: beyond it, what lies between the common beginning and end is one replacement.
 *
 * @returns stretches in order that cover both lists; in a replacement what is gone comes before what is new.
 */
export function differenceOf(before: readonly string[], after: readonly string[], most = MOST_EDITS): Stretch[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const middle = edits(before.slice(start, before.length - tail), after.slice(start, after.length - tail), most);

  const stretches = new Stretches();
  stretches.add("same", start);
  for (const { kind, length } of middle) stretches.add(kind, length);
  stretches.add("same", tail);
  return stretches.ordered();
}

type Piece = { kind: Stretch["kind"]; length: number };

/** Walks back over what `furthest` found. */
function edits(a: readonly string[], b: readonly string[], most: number): Piece[] {
  if (a.length === 0 || b.length === 0) return replaced(a, b);
  const trace = furthest(a, b, most);
  if (trace === null) return replaced(a, b);
  const pieces: Piece[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length; d > 0; d--) {
    const reached = trace[d - 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(reached, d - 1, k - 1) < at(reached, d - 1, k + 1));
    const fromX = at(reached, d - 1, down ? k + 1 : k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    const common = (down ? x : x - 1) - fromX;
    if (common > 0) pieces.push({ kind: "same", length: common });
    pieces.push({ kind: down ? "new" : "gone", length: 1 });
    x = fromX;
    y = fromY;
  }
  if (x > 0) pieces.push({ kind: "same", length: x });
  return pieces.reverse();
}

/** For each number of edits, how far each diagonal came with one fewer; null when `most` is not enough. */
function furthest(a: readonly string[], b: readonly string[], most: number): Int32Array[] | null {
  const trace: Int32Array[] = [];
  let reached = new Int32Array(3);
  for (let d = 0; d <= Math.min(most, a.length + b.length); d++) {
    const next = new Int32Array(2 * d + 3);
    for (let k = -d; k <= d; k += 2) {
      let x =
        d === 0
          ? 0
          : k === -d || (k !== d && at(reached, d - 1, k - 1) < at(reached, d - 1, k + 1))
            ? at(reached, d - 1, k + 1)
            : at(reached, d - 1, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[k + d + 1] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
    trace.push(next);
    reached = next;
  }
  return null;
}

const at = (reached: Int32Array, d: number, k: number): number => reached[k + d + 1] ?? 0;

const replaced = (a: readonly string[], b: readonly string[]): Piece[] => [
  { kind: "gone", length: a.length },
  { kind: "new", length: b.length },
];

/** Joins pieces to stretches, and between two common ones puts everything gone before everything new. */
class Stretches {
  private readonly done: Stretch[] = [];
  private waiting = { gone: 0, new: 0 };
  private x = 0;
  private y = 0;

  add(kind: Stretch["kind"], length: number): void {
    if (length === 0) return;
    if (kind !== "same") {
      this.waiting[kind] += length;
      return;
    }
    this.flush();
    const last = this.done.at(-1);
    if (last?.kind === "same") {
      last.before.to += length;
      last.after.to += length;
      this.move(length, length);
    } else this.push("same", length, length);
  }

  ordered(): Stretch[] {
    this.flush();
    return this.done;
  }

  private flush(): void {
    if (this.waiting.gone > 0) this.push("gone", this.waiting.gone, 0);
    if (this.waiting.new > 0) this.push("new", 0, this.waiting.new);
    this.waiting = { gone: 0, new: 0 };
  }

  private push(kind: Stretch["kind"], inBefore: number, inAfter: number): void {
    const before = { from: this.x, to: this.x + inBefore };
    const after = { from: this.y, to: this.y + inAfter };
    this.done.push({ kind, before, after });
    this.move(inBefore, inAfter);
  }

  private move(inBefore: number, inAfter: number): void {
    this.x += inBefore;
    this.y += inAfter;
  }
}
