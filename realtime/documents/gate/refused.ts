export type RefusalCode = "INVALID_UPDATE" | "TOO_BIG";

/**
 * Thrown inside the gate and caught at its door. Not an Error on purpose: collecting a stack for each of a million
 * malformed frames would cost more than reading them.
 */
export class Refused {
  constructor(
    readonly code: RefusalCode,
    readonly why: string,
  ) {}
}

export function refuse(why: string): never {
  throw new Refused("INVALID_UPDATE", why);
}

export function refuseSize(why: string): never {
  throw new Refused("TOO_BIG", why);
}
