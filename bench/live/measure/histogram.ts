const FINE_MS = 100;
const FINE_STEPS = 20;
const LONGEST_MS = 20_000;

/** Counts times in steps of 0.05 ms up to 100 ms and of 1 ms beyond. */
export class Histogram {
  private readonly counts = new Uint32Array(FINE_MS * FINE_STEPS + LONGEST_MS);
  private total = 0;

  add(ms: number): void {
    const at = ms < FINE_MS ? ms * FINE_STEPS : FINE_MS * FINE_STEPS + Math.min(ms - FINE_MS, LONGEST_MS - 1);
    this.counts[Math.max(0, Math.floor(at))]!++;
    this.total++;
  }

  /** The time that this share (0 to 1) of all stay under; NaN when nothing was counted. */
  quantile(share: number): number {
    let left = this.total * share;
    for (let at = 0; at < this.counts.length && this.total > 0; at++) {
      left -= this.counts[at]!;
      if (left <= 0) return at < FINE_MS * FINE_STEPS ? (at + 0.5) / FINE_STEPS : at - FINE_MS * FINE_STEPS + FINE_MS;
    }
    return Number.NaN;
  }
}
