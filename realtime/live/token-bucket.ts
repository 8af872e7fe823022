const clock = () => performance.now();

/** A rate: `perSecond` over time, `burst` in one go. */
export class TokenBucket {
  private tokens: number;
  private at: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    /** One that several share; what is taken here is taken there too, or nowhere. */
    private readonly shared: TokenBucket | null = null,
    private readonly now: () => number = clock,
  ) {
    this.tokens = burst;
    this.at = now();
  }

  /** Takes `count` and answers true, or takes nothing and answers false. */
  take(count = 1): boolean {
    const now = this.now();
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1_000) * this.perSecond);
    this.at = now;
    if (this.tokens < count || this.shared?.take(count) === false) return false;
    this.tokens -= count;
    return true;
  }
}
