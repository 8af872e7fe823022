import { recordEvents } from "#db/activity/store.ts";
import { noteRightsChanges, type RightsChange } from "#db/rights/changes.ts";
import type { DomainEvent } from "#domain/activity/events.ts";
import { Failure } from "#domain/errors.ts";
import type { LiveEffects, Services } from "./services.ts";

/** Who acts: a signed-in person, somebody who is not signed in, or the system itself (jobs, the demo's beginning). */
export type Actor = { kind: "person"; id: string } | { kind: "visitor" } | { kind: "system" };

/** Everything a use case needs, passed in and never ambient, so that it runs the same from a route, a job or a test. */
export interface Context extends Services {
  actor: Actor;
}

/** The same, inside one transaction: what is recorded and announced here happens only when the transaction commits. */
export interface Writing extends Context {
  record(event: DomainEvent): void;
  /** Tells the screens that watch these topics to ask again for what these keys name. */
  announce(topics: readonly string[], keys: readonly QueryKey[]): void;
  /**
   * Rights may have changed. From the commit on, no node saves what somebody wrote without having looked again whether
   * they may; open screens lose what was lost at once.
   */
  recheck(what: RightsChange): void;
  /** Work for after the commit. It may fail without undoing the write; the failure is logged. */
  afterwards(effect: (live: LiveEffects) => Promise<void> | void): void;
}

export type QueryKey = readonly string[];

/** The signed-in person's id, or a failure that the edge turns into the sign-in page. */
export function actingPerson(ctx: Context): string {
  if (ctx.actor.kind !== "person") throw new Failure("signed-out", "signed-out");
  return ctx.actor.id;
}

/** The person to write into `…_by` columns; null when the system acts. */
export function actorId(ctx: Context): string | null {
  return ctx.actor.kind === "person" ? ctx.actor.id : null;
}

/**
 * Runs a write: rows and events in one transaction, then the effects. Effects come after the commit because a mail or
 * a notice about something that was rolled back cannot be called back.
 */
export async function transact<Result>(ctx: Context, work: (writing: Writing) => Promise<Result>): Promise<Result> {
  const recorded: DomainEvent[] = [];
  const announced: { topics: readonly string[]; keys: readonly QueryKey[] }[] = [];
  const effects: ((live: LiveEffects) => Promise<void> | void)[] = [];
  const changed: RightsChange[] = [];

  const result = await ctx.db.transaction(async (db) => {
    const answer = await work({
      ...ctx,
      db,
      record: (event) => void recorded.push(event),
      announce: (topics, keys) => void announced.push({ topics, keys }),
      recheck: (what) => {
        changed.push(what);
        effects.push((live) => live.recheck(what));
      },
      afterwards: (effect) => void effects.push(effect),
    });
    const at = ctx.clock();
    await recordEvents(
      db,
      recorded.map((event) => ({ ...event, at, actorId: actorId(ctx) })),
    );
    await noteRightsChanges(db, changed);
    return answer;
  });

  for (const { topics, keys } of announced) ctx.live.publish(topics, keys);
  for (const effect of effects) {
    try {
      await effect(ctx.live);
    } catch (error) {
      ctx.log.error({ err: error }, "an effect after a commit failed");
    }
  }
  return result;
}
