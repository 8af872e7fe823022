import type { Typed, TypingLoad } from "./typing.ts";

export interface RampSettings {
  startAt: number;
  stepMs: number;
  steps: number;
}

export interface Step extends Typed {
  cpuMs: number;
}

const PASSES_BELOW_MS = 250;
const GENERATOR_KEEPS_UP = 0.9;

/**
 * Looks for the highest rate at which everything arrives and 99 of 100 deliveries take less than 250 ms: doubles (or
 * halves) until that changes, then narrows down. @returns the best step that passed, or null.
 */
export async function ramp(
  load: TypingLoad,
  cpuMs: () => Promise<number>,
  settings: RampSettings,
): Promise<Step | null> {
  let best: Step | null = null;
  let rate = settings.startAt;
  let failed = Number.POSITIVE_INFINITY;
  for (let step = 0; step < settings.steps; step++) {
    const before = await cpuMs();
    const typed = await load.type(rate, settings.stepMs, 1_000);
    const measured = { ...typed, cpuMs: (await cpuMs()) - before };
    const passes = typed.complete && typed.latency.quantile(0.99) < PASSES_BELOW_MS;
    if (passes && measured.rate > (best?.rate ?? 0)) best = measured;
    if (!passes) {
      failed = Math.min(failed, rate);
      if (!(await load.rest(4_000))) break;
    } else if (typed.rate < rate * GENERATOR_KEEPS_UP) break; // the generator cannot send more
    rate = nextRate(rate, best?.rate ?? null, failed);
    if (failed / (best?.rate ?? 1) < 1.1) break;
  }
  return best;
}

function nextRate(rate: number, passed: number | null, failed: number): number {
  if (passed === null) return rate / 2;
  return failed === Number.POSITIVE_INFINITY ? rate * 2 : Math.sqrt(passed * failed);
}
