import { and, desc, eq, getTableColumns, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { ContentNode } from "#domain/documents/content.ts";
import { documentHistoryMarks, documents, documentVersions } from "./tables.ts";
import { unpackContent } from "./version-content.ts";

const { content: _content, fingerprint: _fingerprint, ...listed } = getTableColumns(documentVersions);

export type VersionRow = Omit<typeof documentVersions.$inferSelect, "content" | "fingerprint">;

/** The versions of a document, newest first, without what they say. Who may see which is the caller's to decide. */
export function versionsOf(db: Database, documentId: string): Promise<VersionRow[]> {
  return db
    .select(listed)
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.seq), desc(documentVersions.at), desc(documentVersions.id));
}

/** One version of this document; of another document it is not there. */
export async function versionOf(
  db: Database,
  documentId: string,
  versionId: string,
): Promise<(VersionRow & { content: ContentNode }) | null> {
  const [row] = await db
    .select({ ...listed, content: documentVersions.content })
    .from(documentVersions)
    .where(and(eq(documentVersions.id, versionId), eq(documentVersions.documentId, documentId)));
  return row ? { ...row, content: await unpackContent(row.content) } : null;
}

export function countNamedVersions(db: Database, documentId: string): Promise<number> {
  return db.$count(
    documentVersions,
    and(eq(documentVersions.documentId, documentId), isNotNull(documentVersions.name)) ?? sql`false`,
  );
}

/** Documents in which something was written that is in no version yet, by rising id, after `after`. */
export async function documentsBehind(db: Database, after: string | null, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .leftJoin(documentHistoryMarks, eq(documentHistoryMarks.documentId, documents.id))
    .where(
      and(
        or(
          sql`${documents.lastSeq} > coalesce(${documentHistoryMarks.seq}, 0)`,
          isNotNull(documentHistoryMarks.wroteAt),
        ),
        after === null ? undefined : sql`${documents.id} > ${after}`,
      ),
    )
    .orderBy(documents.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}
