import type { DocumentLog } from "#db/documents/log.ts";
import type { HeardRights } from "../documents/group-commit.ts";
import type { LiveLog } from "../ports.ts";
import type { Limits } from "../wire/limits.ts";
import type { Recheck } from "./recheck.ts";

/**
 * Reads on in the changes of rights that stand in the database, and looks up again what they are about. The bus tells of
 * them sooner; this makes it certain: at an append that the log does not take from a node that has not heard of one that
 * concerns it, and every few seconds.
 */
export class RightsHeard implements HeardRights {
  /** From before this node: nobody is here yet, so the first look costs one question. */
  heard = 0;
  private reading: Promise<void> | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly log: Pick<DocumentLog, "rightsChanges">,
    private readonly recheck: (changes: readonly Recheck[]) => Promise<void>,
    logger: LiveLog,
    limits: Pick<Limits, "pollMs">,
  ) {
    const look = () =>
      void this.catchUp().catch((error: unknown) => logger.warn({ err: error }, "changes of rights could not be read"));
    this.timer = setInterval(look, limits.pollMs);
    this.timer.unref();
    look();
  }

  /** @throws what the database throws; nothing counts as heard then. */
  async catchUp(): Promise<void> {
    // A look that is under way may have begun before the change.
    await this.reading?.catch(() => {});
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    const { changes, heard } = await this.log.rightsChanges(this.heard);
    if (changes.length > 0) await this.recheck(changes);
    this.heard = heard;
  }
}
