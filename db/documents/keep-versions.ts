import type { TransactionSql } from "postgres";
import { type RecordedEvent, recordEventIn } from "#db/activity/store.ts";
import { newId } from "#db/ids.ts";
import type { WordChange } from "#domain/documents/compare.ts";
import { type ContentNode, countWords } from "#domain/documents/content.ts";
import { REMOVAL_MENDED_SHARE, type VersionReason } from "#domain/documents/moments.ts";
import { type KeptVersion, versionsToDrop } from "#domain/documents/retention.ts";
import type { StoredDocument } from "./stored.ts";
import { fingerprintOf, packContent, unpackContent } from "./version-content.ts";

type Tx = TransactionSql<{ bytea: Uint8Array }>;

/** A version that somebody asks for, of the text as it is now. */
export interface AskedVersion {
  reason: Exclude<VersionReason, "begun" | "before-removal">;
  /** Null when the system asks. */
  by: string | null;
  at: Date;
  name?: string;
  /** Recorded in the transaction of the version, so that neither is there without the other. */
  event?: RecordedEvent;
}

/** What the log is read for (realtime/documents/history/moments-of.ts does it). */
export interface MomentsInput {
  stored: StoredDocument;
  /** When each row of the log was written, in milliseconds. */
  times: ReadonlyMap<number, number>;
  /** Up to where it was read before; nothing up to there counts again. */
  readUpTo: number;
  /** When the last words up to there were written that are in no version yet, in milliseconds; null when none wait. */
  wroteAt: number | null;
  now: number;
  /** Wants the text as it is now too. */
  withHead: boolean;
  /** Wants the text as the server first wrote it (rule HV4). */
  withBeginning: boolean;
}

export interface FoundMoment {
  seq: number;
  at: number;
  reason: "sitting" | "before-removal" | "head";
  /** Since the moment before it. */
  authorIds: string[];
  content: ContentNode;
}

export interface MomentsFound {
  /** By rising seq. */
  moments: FoundMoment[];
  removals: { personId: string; beforeSeq: number; at: number; lengthBefore: number }[];
  /** Who wrote after the last moment. */
  authorsSince: string[];
  beginning: { content: ContentNode; at: number } | null;
  /** Characters of the text at the end of the log. */
  length: number;
}

/** The heavy part, done by who has Yjs. */
export interface VersionWork {
  moments(input: MomentsInput): Promise<MomentsFound>;
  wordChange(older: ContentNode | null, newer: ContentNode): Promise<WordChange>;
}

interface Newest {
  id: string;
  fingerprint: Uint8Array;
  content: Uint8Array;
}

/**
 * Keeps the versions that the log asks for and nobody kept yet, and the one asked for. The caller holds the document's
 * lock, so that two nodes do it one after the other and the second finds nothing left. What reads like the newest
 * version makes none.
 *
 * @param consume the rows are about to be merged: what they tell is taken in now, or never.
 * @returns the version of what was asked for, which may be one that was there already.
 */
export async function keepVersionsIn(
  tx: Tx,
  documentId: string,
  stored: StoredDocument,
  work: VersionWork,
  { asked, consume = false }: { asked?: AskedVersion; consume?: boolean },
): Promise<string | null> {
  const [[mark], [newest], [clock], rows] = await Promise.all([
    tx<{ seq: string; author_ids: string[]; wrote_at: Date | null }[]>`
      select seq, author_ids, wrote_at from document_history_marks where document_id = ${documentId}`,
    tx<Newest[]>`
      select id, fingerprint, content from document_versions
      where document_id = ${documentId} order by seq desc, at desc, id desc limit 1`,
    tx<{ now: Date }[]>`select clock_timestamp() as now`,
    tx<{ seq: string; created_at: Date }[]>`
      select seq, created_at from document_updates where document_id = ${documentId}`,
  ]);
  const readUpTo = Number(mark?.seq ?? 0);
  const wroteAt = mark?.wrote_at?.getTime() ?? null;
  if (!asked && readUpTo >= stored.lastSeq && wroteAt === null) return null;
  const times = new Map(rows.map((row) => [Number(row.seq), row.created_at.getTime()]));
  const found = await work.moments({
    stored,
    times,
    readUpTo,
    wroteAt,
    now: clock!.now.getTime(),
    withHead: asked !== undefined,
    withBeginning: newest === undefined,
  });
  const line = new VersionLine(tx, documentId, work, newest ?? null, found.beginning, mark?.author_ids ?? []);
  for (const moment of found.moments) {
    const removal = found.removals.find(({ beforeSeq }) => beforeSeq === moment.seq);
    const by = moment.reason === "before-removal" ? (removal?.personId ?? null) : null;
    await line.keep(moment, by, moment.reason === "head" ? asked : undefined);
  }
  await noteRemovals(tx, documentId, found, line.idAt);
  if (line.kept > 0) await thinOut(tx, documentId, clock!.now);

  const last = found.moments.at(-1)?.seq;
  if (consume) {
    // Rows of a sitting that goes on are about to go: what they tell is carried along.
    if (found.authorsSince.length > 0) await line.begin();
    const waits = last !== stored.lastSeq;
    await writeMark(tx, documentId, {
      seq: stored.lastSeq,
      authorIds: waits ? [...new Set([...line.authorsWaiting, ...found.authorsSince])] : [],
      wroteAt: waits ? (times.get(stored.lastSeq) ?? wroteAt) : null,
    });
  } else if (last !== undefined)
    await writeMark(tx, documentId, { seq: last, authorIds: line.authorsWaiting, wroteAt: null });
  if (asked?.event) await recordEventIn(tx, asked.event);
  return asked ? line.newestId : null;
}

async function writeMark(
  tx: Tx,
  documentId: string,
  { seq, authorIds, wroteAt }: { seq: number; authorIds: string[]; wroteAt: number | null },
): Promise<void> {
  await tx`
    insert into document_history_marks (document_id, seq, author_ids, wrote_at)
    values (${documentId}, ${seq}, ${authorIds}::uuid[], ${wroteAt === null ? null : new Date(wroteAt)})
    on conflict (document_id) do update
    set seq = excluded.seq, author_ids = excluded.author_ids, wrote_at = excluded.wrote_at`;
}

/** The versions of one document, one after the other. */
class VersionLine {
  kept = 0;
  /** Who wrote something that is in no version yet. */
  authorsWaiting: string[];
  private content: ContentNode | null = null;
  private readonly ids: { seq: number; id: string }[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly documentId: string,
    private readonly work: VersionWork,
    private newest: Newest | null,
    private readonly beginning: MomentsFound["beginning"],
    authorsWaiting: string[],
  ) {
    this.authorsWaiting = authorsWaiting;
  }

  get newestId(): string | null {
    return this.newest?.id ?? null;
  }

  /** The version of the text as it was after a row. */
  readonly idAt = (seq: number): string | null => this.ids.find((each) => each.seq === seq)?.id ?? null;

  async keep(
    { seq, at, reason, authorIds, content }: FoundMoment,
    by: string | null,
    asked?: AskedVersion,
  ): Promise<void> {
    const fingerprint = fingerprintOf(content);
    const last = this.newest?.fingerprint ?? (this.beginning && fingerprintOf(this.beginning.content));
    if (last !== null && Buffer.compare(last, fingerprint) === 0) {
      // Nobody wrote yet: only who asks for a version by name, or loses the text, gets the beginning as one.
      if (reason === "before-removal" || asked?.name !== undefined) await this.begin();
      if (this.newest === null) return;
      await this.nameIt(this.newest.id, asked);
      this.ids.push({ seq, id: this.newest.id });
      return;
    }
    await this.begin();
    const older = this.content ?? (this.newest && (await unpackContent(this.newest.content)));
    const change = await this.work.wordChange(older, content);
    await this.insert(
      {
        seq,
        at: asked?.at ?? new Date(at),
        reason: asked?.reason ?? (reason as VersionReason),
        name: asked?.name ?? null,
        by: asked?.by ?? by,
        authorIds: [...new Set([...this.authorsWaiting, ...authorIds])],
      },
      content,
      change,
    );
    this.authorsWaiting = [];
  }

  /** The text as it began, before the first version of all (rule HV4). */
  async begin(): Promise<void> {
    if (this.newest !== null || this.beginning === null) return;
    const { content, at } = this.beginning;
    const begun = { seq: 1, at: new Date(at), reason: "begun", name: null, by: null, authorIds: [] } as const;
    await this.insert(begun, content, { added: 0, removed: 0 });
  }

  private async insert(
    version: {
      seq: number;
      at: Date;
      reason: VersionReason;
      name: string | null;
      by: string | null;
      authorIds: readonly string[];
    },
    content: ContentNode,
    change: WordChange,
  ): Promise<void> {
    const { seq, at, reason, name, by, authorIds } = version;
    const id = newId(at.getTime());
    const fingerprint = fingerprintOf(content);
    const packed = await packContent(content);
    await this.tx`
      insert into document_versions (id, document_id, seq, at, reason, name, made_by, author_ids, words, words_added,
        words_removed, fingerprint, content)
      values (${id}, ${this.documentId}, ${seq}, ${at}, ${reason}, ${name}, ${by}, ${authorIds as string[]}::uuid[],
        ${countWords(content)}, ${change.added}, ${change.removed}, ${fingerprint}, ${packed})`;
    this.kept++;
    this.newest = { id, fingerprint, content: packed };
    this.content = content;
    this.ids.push({ seq, id });
  }

  /** A name for what is kept already, instead of the same text twice. */
  private async nameIt(id: string, asked?: AskedVersion): Promise<void> {
    if (asked?.name === undefined) return;
    await this.tx`update document_versions set name = ${asked.name}, made_by = ${asked.by} where id = ${id}`;
  }
}

async function noteRemovals(
  tx: Tx,
  documentId: string,
  { removals, length }: MomentsFound,
  idAt: (seq: number) => string | null,
): Promise<void> {
  await tx`
    update document_removals set settled_at = now()
    where document_id = ${documentId} and settled_at is null and length_before * ${REMOVAL_MENDED_SHARE}::float8 <= ${length}`;
  for (const { personId, beforeSeq, at, lengthBefore } of removals) {
    const versionId = idAt(beforeSeq);
    // Cut, and pasted somewhere else by now.
    if (versionId === null || length >= lengthBefore * REMOVAL_MENDED_SHARE) continue;
    await tx`
      insert into document_removals (version_id, document_id, removed_by, removed_at, length_before)
      values (${versionId}, ${documentId}, ${personId}, ${new Date(at)}, ${lengthBefore})
      on conflict (version_id) do nothing`;
  }
}

async function thinOut(tx: Tx, documentId: string, now: Date): Promise<void> {
  const versions = await tx<KeptVersion[]>`
    select v.id, v.at, v.reason, v.name is not null as named, r.version_id is not null as offered
    from document_versions v left join document_removals r on r.version_id = v.id and r.settled_at is null
    where v.document_id = ${documentId}`;
  const drop = versionsToDrop(versions, now);
  if (drop.length > 0) await tx`delete from document_versions where id = any(${drop}::uuid[])`;
}
