import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { documentRemovals } from "./tables.ts";

export type RemovalRow = typeof documentRemovals.$inferSelect;

/** Large removals that nobody decided about and whose text is not back, in these documents. */
export async function openRemovalsOf(db: Database, documentIds: readonly string[]): Promise<RemovalRow[]> {
  if (documentIds.length === 0) return [];
  return db
    .select()
    .from(documentRemovals)
    .where(and(inArray(documentRemovals.documentId, [...documentIds]), isNull(documentRemovals.settledAt)))
    .orderBy(documentRemovals.removedAt);
}

/** Those without an event yet, locked: whoever records them does it once, on any node. */
export function lockUnnotedRemovals(db: Database): Promise<RemovalRow[]> {
  return db
    .select()
    .from(documentRemovals)
    .where(isNull(documentRemovals.notedAt))
    .limit(100)
    .for("update", { skipLocked: true });
}

export async function setNoted(db: Database, versionIds: readonly string[], at: Date): Promise<void> {
  if (versionIds.length > 0)
    await db
      .update(documentRemovals)
      .set({ notedAt: at })
      .where(inArray(documentRemovals.versionId, [...versionIds]));
}

/** @returns whether it was open until now. */
export async function settleRemovalRow(
  db: Database,
  documentId: string,
  versionId: string,
  settled: { at: Date; by: string | null },
): Promise<boolean> {
  const rows = await db
    .update(documentRemovals)
    .set({ settledAt: settled.at, settledBy: settled.by })
    .where(
      and(
        eq(documentRemovals.versionId, versionId),
        eq(documentRemovals.documentId, documentId),
        isNull(documentRemovals.settledAt),
      ),
    )
    .returning({ versionId: documentRemovals.versionId });
  return rows.length === 1;
}
