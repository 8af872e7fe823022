import type { Moment } from "#content/demo/moments.ts";
import { instant } from "#content/demo/moments.ts";
import type { PersonKey } from "#content/demo/story.ts";
import type { Context } from "#server/context.ts";
import type { Services } from "#server/services.ts";

/** One thing that somebody does at a moment of the story. */
interface Step {
  at: Date;
  by: PersonKey;
  act(ctx: Context): Promise<unknown>;
}

/**
 * The demo in the order in which it happened. Steps are added part by part and replayed by time, so that what two
 * teams did in the same week lies between each other in the activity lists, as it would.
 */
export class Timeline {
  readonly #steps: Step[] = [];
  readonly #today: Date;

  constructor(today: Date) {
    this.#today = today;
  }

  add({ at, by }: { at: Moment; by: PersonKey }, act: Step["act"]): void {
    this.#steps.push({ at: instant(this.#today, at), by, act });
  }

  /** Plays what lies before today; a moment still to come is not played but planned, so it has no step. */
  async play(services: Services, idOf: (person: PersonKey) => string): Promise<void> {
    const inOrder = this.#steps
      .filter((step) => step.at <= this.#today)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, by, act } of inOrder)
      await act({ ...services, clock: () => at, actor: { kind: "person", id: idOf(by) } });
  }
}
