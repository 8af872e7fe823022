import type { Limits } from "../wire/limits.ts";
import { TokenBucket } from "./token-bucket.ts";

/** Per second, and in one go. */
const RATES = {
  updates: (limits: Limits) => [limits.updatesPerSecond, limits.updatesBurst],
  updateBytes: (limits: Limits) => [limits.updateBytesPerSecond, limits.updateBytesBurst],
  newClientIds: (limits: Limits) => [limits.newClientIdsPerMinute / 60, limits.newClientIdsPerMinute],
  presence: (limits: Limits) => [limits.presencePerSecond, limits.presenceBurst],
  joins: (limits: Limits) => [limits.joinsPerSecond, limits.joinsBurst],
  checks: (limits: Limits) => [limits.checksPerSecond, limits.checksBurst],
} satisfies Record<string, (limits: Limits) => [perSecond: number, burst: number]>;

/**
 * What may still be done just now, by one socket or by one person over all their sockets. Counted from the first time:
 * most who are there only read.
 */
export class Allowances {
  private ownPlaces: TokenBucket | undefined;
  private readonly buckets: Partial<Record<keyof typeof RATES, TokenBucket>> = {};

  /** `times` the figures for one socket. With `shared`, all of it counts there too. */
  constructor(
    private readonly limits: Limits,
    private readonly times = 1,
    private readonly shared: Allowances | null = null,
  ) {}

  get updates() {
    return this.of("updates");
  }
  get updateBytes() {
    return this.of("updateBytes");
  }
  get newClientIds() {
    return this.of("newClientIds");
  }
  /** The same for one socket as for all of a person's. */
  get places(): TokenBucket {
    if (this.shared) return this.shared.places;
    this.ownPlaces ??= new TokenBucket(this.limits.placesPerSecond, this.limits.placesBurst);
    return this.ownPlaces;
  }
  get presence() {
    return this.of("presence");
  }
  get joins() {
    return this.of("joins");
  }
  get checks() {
    return this.of("checks");
  }

  private of(kind: keyof typeof RATES): TokenBucket {
    let bucket = this.buckets[kind];
    if (bucket === undefined) {
      const [perSecond, burst] = RATES[kind](this.limits);
      bucket = new TokenBucket(perSecond * this.times, burst * this.times, this.shared?.of(kind) ?? null);
      this.buckets[kind] = bucket;
    }
    return bucket;
  }
}
