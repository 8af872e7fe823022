import { CODES, type Code } from "../wire/codes.ts";
import type { Member } from "./member.ts";

/** What only a client that was tampered with gets; one of them may be a bug, twenty are an attack. */
const EARNED: ReadonlySet<Code> = new Set(["INVALID_UPDATE", "CLOCK_GAP", "FOREIGN_CLIENT", "BAD_MESSAGE"]);

export function refuseUpdate(member: Member, sequence: number, code: Code, retryAfterMs?: number): void {
  const { documentId, line } = member;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  line.tell("refused", { documentId, sequence, code, retry: CODES[code].retry, ...wait });
  if (EARNED.has(code)) line.blame(code);
}
