import { ROOT } from "#domain/documents/words.ts";

/**
 * What one update from a client may hold. Every figure is a ceiling for honest use with room to spare (measured in
 * docs/decisions/0004-the-gate.md), and every one bounds what the update can cost whoever applies it.
 */
export interface GateLimits {
  /** Size of the whole update, in bytes. */
  readonly bytes: number;
  /** Pieces of content (Yjs structs). */
  readonly structs: number;
  /** Pieces that name neighbours for which the update does not vouch. Each may cost a search along all the others. */
  readonly places: number;
  /** Client ids that bring content: tabs whose offline work one person sends together. */
  readonly clients: number;
  /** Ranges in the delete set, which on a re-sync lists everything ever deleted. */
  readonly deletes: number;
  /** How far an update may move clocks forward, over all its client ids. Keeps a 6-byte tombstone from claiming 10^9. */
  readonly advance: number;
  /** Every clock stays below this. */
  readonly clock: number;
  /** How deep elements may nest inside one update. */
  readonly depth: number;
  /** How deep an attribute's value may nest. */
  readonly valueDepth: number;
  /** Length of an element, attribute or mark name, in UTF-8 bytes. */
  readonly nameBytes: number;
}

export const GATE_LIMITS: GateLimits = {
  bytes: 256 * 1024,
  structs: 10_000,
  places: 1_500,
  clients: 64,
  deletes: 16_000,
  advance: 1_000_000,
  clock: 1_000_000_000,
  depth: 64,
  valueDepth: 16,
  nameBytes: 128,
};

/** Yjs draws client ids from 32 bits. */
export const HIGHEST_CLIENT = 0xffff_ffff;

/** The one root of a live document. */
export const ROOT_NAME = ROOT;
