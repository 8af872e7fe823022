import type { Limits } from "../wire/limits.ts";
import { TokenBucket } from "./token-bucket.ts";

/** What may still be done just now, by one socket or by one person over all their sockets. */
export class Allowances {
  readonly updates: TokenBucket;
  readonly updateBytes: TokenBucket;
  readonly newClientIds: TokenBucket;
  /** The same for one socket as for all of a person's. */
  readonly places: TokenBucket;
  readonly presence: TokenBucket;
  readonly joins: TokenBucket;
  readonly checks: TokenBucket;

  /** `times` the figures for one socket. With `shared`, all of it counts there too. */
  constructor(limits: Limits, times = 1, shared: Allowances | null = null) {
    const bucket = (kind: keyof Allowances, perSecond: number, burst: number) =>
      new TokenBucket(perSecond * times, burst * times, shared?.[kind] ?? null);
    this.updates = bucket("updates", limits.updatesPerSecond, limits.updatesBurst);
    this.updateBytes = bucket("updateBytes", limits.updateBytesPerSecond, limits.updateBytesBurst);
    this.newClientIds = bucket("newClientIds", limits.newClientIdsPerMinute / 60, limits.newClientIdsPerMinute);
    this.places = shared?.places ?? new TokenBucket(limits.placesPerSecond, limits.placesBurst);
    this.presence = bucket("presence", limits.presencePerSecond, limits.presenceBurst);
    this.joins = bucket("joins", limits.joinsPerSecond, limits.joinsBurst);
    this.checks = bucket("checks", limits.checksPerSecond, limits.checksBurst);
  }
}
