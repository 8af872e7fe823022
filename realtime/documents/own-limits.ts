import { GATE_LIMITS, type GateLimits } from "./gate/index.ts";

/** For what is in our own log: it passed the gate in pieces, and may be larger in one. */
export const OWN_LIMITS: GateLimits = {
  ...GATE_LIMITS,
  bytes: Number.MAX_SAFE_INTEGER,
  structs: Number.MAX_SAFE_INTEGER,
  places: Number.MAX_SAFE_INTEGER,
  clients: Number.MAX_SAFE_INTEGER,
  deletes: Number.MAX_SAFE_INTEGER,
  advance: Number.MAX_SAFE_INTEGER,
};
