export { type Admission, admitUpdate, type RoomClocks } from "./admit.ts";
export type { DeletedRange } from "./delete-set.ts";
export { type Inspection, inspectUpdate, type UpdateFacts } from "./inspect.ts";
export { GATE_LIMITS, type GateLimits, HIGHEST_CLIENT, ROOT_NAME } from "./limits.ts";
export type { RefusalCode } from "./refused.ts";
export type { ClientRange, Need } from "./structs.ts";
