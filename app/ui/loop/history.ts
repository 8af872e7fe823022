import { isReturn, type Phase, type Stage, type StageEntry, type StageVisit, visitsOf } from "#domain/cycles/phases.ts";

/** A move as a loader gives it: moments come over the wire as text. */
export interface LoopEntry {
  from: Stage | null;
  to: Stage;
  at: Date | string;
}

export type StageState = StageVisit["state"];

export interface LoopReturn {
  from: Stage;
  to: Phase;
  /** How many of the same return came before it. */
  nth: number;
}

export interface LoopHistory {
  stages: StageVisit[];
  current: Stage;
  returns: LoopReturn[];
}

const asEntry = ({ from, to, at }: LoopEntry): StageEntry => ({ from, to, at: new Date(at) });

/** What is drawn and said of a cycle's moves. A cycle without any stands at its first phase. */
export function historyOf(moves: readonly LoopEntry[]): LoopHistory {
  const entries = moves.map(asEntry).sort((a, b) => a.at.getTime() - b.at.getTime());
  const stages = visitsOf(entries);
  const current = stages.find((stage) => stage.state === "current")?.stage ?? "need";
  const seen = new Map<string, number>();
  const returns = entries.flatMap(({ from, to }): LoopReturn[] => {
    if (from === null || to === "anchor" || !isReturn(from, to)) return [];
    const key = `${from} ${to}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return [{ from, to, nth }];
  });
  return { stages, current, returns };
}
