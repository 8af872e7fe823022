import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { forgetRightsChanges, noteRightsChanges, type RightsChange } from "#db/rights/changes.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { createDocument } from "./create-document.ts";
import { createDocumentLog, type DocumentLog } from "./log.ts";
import { type Append, UnheardRights, UnstorableAppend } from "./stored.ts";

let database: TestDatabase;
let log: DocumentLog;
let id: string;
const anna = randomUUID();
const session = randomUUID();

beforeAll(async () => {
  database = await testDatabase();
  log = createDocumentLog(database.sql);
});
afterAll(() => database.close());
beforeEach(async () => {
  id = await newDocument();
});

async function newDocument(): Promise<string> {
  const documentId = randomUUID();
  const update = Uint8Array.of(0, 0);
  await database.db.transaction((tx) =>
    createDocument(tx, { id: documentId, kind: "phase", schemaVersion: 1, update }),
  );
  return documentId;
}

function row(documentId: string, expectedSeq: number, byte = 1, newOwners: Append["newOwners"] = []): Append {
  const entry = {
    personId: anna,
    sent: { sessionId: session, sequence: expectedSeq },
    update: Uint8Array.of(byte, 255),
  };
  return { documentId, expectedSeq, entries: [entry], newOwners };
}

const bytes = async () => (await log.open(id))!.rows.flatMap(({ entries }) => entries.map(({ update }) => [...update]));

describe("an append", () => {
  test("goes behind the row that its writer has seen, and nowhere else", async () => {
    expect(await log.append([row(id, 1, 7)])).toEqual(new Set([id]));
    expect(await log.append([row(id, 1, 8)])).toEqual(new Set());
    expect(await log.append([row(id, 9, 9)])).toEqual(new Set());
    expect(await bytes()).toEqual([
      [0, 0],
      [7, 255],
    ]);
  });

  test("takes what fits of many documents and leaves the others as they were", async () => {
    const [other, gone] = [await newDocument(), randomUUID()];
    await log.append([row(other, 1)]);
    expect(await log.append([row(id, 1), row(other, 1), row(gone, 0)])).toEqual(new Set([id]));
    expect(await log.heads([id, other, gone])).toEqual(
      new Map([
        [id, { lastSeq: 2, schemaVersion: 1 }],
        [other, { lastSeq: 2, schemaVersion: 1 }],
      ]),
    );
  });

  test("of two writers at once is taken from one of them, whole", async () => {
    for (let seq = 1; seq <= 20; seq++) {
      const taken = await Promise.all([log.append([row(id, seq, 1)]), log.append([row(id, seq, 2)])]);
      expect(taken.filter((set) => set.has(id))).toHaveLength(1);
    }
    expect((await log.heads([id])).get(id)!.lastSeq).toBe(21);
  });

  test("from two sides over the same documents in opposite orders never ends in a deadlock", async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, newDocument));
    // As with a million documents: one by one through the index, in the order in which they are asked for.
    const [{ name }] = (await database.sql`select current_database() as name`) as unknown as [{ name: string }];
    for (const plan of ["hashjoin", "mergejoin", "seqscan", "bitmapscan", "sort"])
      await database.sql.unsafe(`alter database ${name} set enable_${plan} = off`);
    const large = openDatabase(database.url, { max: 4 });
    const log = createDocumentLog(large.sql);
    for (let round = 0; round < 15; round++) {
      const heads = await log.heads(ids);
      const rows = ids.map((documentId) => row(documentId, heads.get(documentId)!.lastSeq));
      const taken = await Promise.all([log.append(rows), log.append([...rows].reverse())]);
      expect(taken[0]!.size + taken[1]!.size).toBe(200);
    }
    await large.close();
  });

  test("notes whose a new client id is together with what it wrote, or not at all", async () => {
    await log.append([row(id, 1, 1, [{ clientId: 4_294_967_295, personId: anna }])]);
    await log.append([row(id, 1, 1, [{ clientId: 5, personId: anna }])]);
    expect((await log.open(id))!.owners).toEqual(new Map([[4_294_967_295, anna]]));
  });

  test("that the database can never take says so, and changes nothing", async () => {
    const impossible = row(id, 1, 1, [{ clientId: -1, personId: anna }]);
    await expect(log.append([impossible])).rejects.toThrow(UnstorableAppend);
    expect(await bytes()).toEqual([[0, 0]]);
  });
});

describe("rights that changed", () => {
  const heardNow = async () => (await log.rightsChanges(0)).heard;
  const changed = (...changes: RightsChange[]) => database.db.transaction((tx) => noteRightsChanges(tx, changes));

  test.each([
    ["a person who writes here", () => ({ personId: anna })],
    ["a session of theirs", () => ({ personId: anna, sessionId: "hash" })],
    ["this document", () => ({ documentId: id })],
  ])("keep an append out of the log whose writer has not heard of %s", async (_what, change) => {
    const [other, heard] = [await newDocument(), await heardNow()];
    await changed(change());
    await expect(log.append([row(other, 1), row(id, 1)], heard)).rejects.toThrow(UnheardRights);
    expect(await log.heads([id, other])).toEqual(
      new Map([
        [id, { lastSeq: 1, schemaVersion: 1 }],
        [other, { lastSeq: 1, schemaVersion: 1 }],
      ]),
    );
    expect(await log.append([row(other, 1), row(id, 1)], await heardNow())).toEqual(new Set([id, other]));
  });

  test("keep nothing out that they are not about", async () => {
    const heard = await heardNow();
    await changed({ personId: randomUUID() }, { documentId: randomUUID() });
    expect(await log.append([row(id, 1)], heard)).toEqual(new Set([id]));
  });

  test("are heard first by who is far behind, whatever they are about", async () => {
    const heard = await heardNow();
    await database.sql`insert into rights_changes (person_id) select gen_random_uuid() from generate_series(1, 1001)`;
    await expect(log.append([row(id, 1)], heard)).rejects.toThrow(UnheardRights);
    expect(await log.append([row(id, 1)], heard + 1)).toEqual(new Set([id]));
  });

  test("are read in the order of their commits: who has read one has missed none before it", async () => {
    const heard = await heardNow();
    const [slow, quick] = [randomUUID(), randomUUID()];
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let noted = () => {};
    const first = new Promise<void>((resolve) => {
      noted = resolve;
    });
    const slowly = database.db.transaction(async (tx) => {
      await noteRightsChanges(tx, [{ personId: slow }]);
      noted();
      await held;
    });
    await first;
    const quickly = changed({ personId: quick });
    await Promise.race([quickly, new Promise((resolve) => setTimeout(resolve, 200))]);
    expect((await log.rightsChanges(heard)).changes).toEqual([]);
    go();
    await Promise.all([slowly, quickly]);
    const read = await log.rightsChanges(heard);
    expect(read.changes).toEqual([{ personId: slow }, { personId: quick }]);
    expect(await log.rightsChanges(read.heard)).toEqual({ changes: [], heard: read.heard });
  });

  test("are forgotten after a day, and what was heard stays heard", async () => {
    await changed({ personId: anna });
    const heard = await heardNow();
    await database.sql`update rights_changes set at = at - interval '25 hours'`;
    await changed({ documentId: id });
    await forgetRightsChanges(database.db);
    expect((await log.rightsChanges(0)).changes).toEqual([{ documentId: id }]);
    expect((await log.rightsChanges(heard)).changes).toEqual([{ documentId: id }]);
  });
});

describe("reading on", () => {
  test("gives what came after, with who wrote it and from where", async () => {
    await log.append([row(id, 1, 7)]);
    expect(await log.tail(id, 1)).toMatchObject({
      lastSeq: 2,
      rows: [{ seq: 2, entries: [{ personId: anna, sent: { sessionId: session, sequence: 1 } }] }],
    });
    expect(await log.tail(id, 2)).toMatchObject({ lastSeq: 2, rows: [] });
    expect(await log.tail(randomUUID(), 0)).toBeNull();
  });

  test("says when what came after has been merged meanwhile", async () => {
    await log.append([row(id, 1)]);
    await log.compact(id, async () => ({
      state: Uint8Array.of(9),
      vector: Uint8Array.of(0),
      packed: null,
      unreadable: [],
    }));
    expect((await log.tail(id, 1))!.rows).toBeNull();
    expect((await log.tail(id, 2))!.rows).toEqual([]);
  });
});

describe("a compaction", () => {
  const merged = async () => ({ state: Uint8Array.of(9), vector: Uint8Array.of(0), packed: null, unreadable: [] });

  test("replaces the rows, keeps the outbox marks, and does nothing the second time", async () => {
    await log.append([row(id, 1)]);
    await log.append([row(id, 2)]);
    expect(await log.compact(id, merged)).toMatchObject({ outcome: "compacted", seq: 3, rows: 3, bytes: 1 });
    expect(await log.compact(id, merged)).toEqual({ outcome: "nothing" });
    const unknown = { documentId: id, personId: randomUUID(), sessionId: session };
    expect(await log.sessionMarks([unknown, { ...unknown, personId: anna }, unknown])).toEqual([0, 2, 0]);
    expect(await log.open(id)).toMatchObject({ lastSeq: 3, snapshot: { seq: 3, state: Uint8Array.of(9) }, rows: [] });
    expect(await log.append([row(id, 3)])).toEqual(new Set([id]));
  });

  test("keeps the packed state and the digests only as long as they are of the same row", async () => {
    await log.compact(id, async () => ({ ...(await merged()), packed: Uint8Array.of(7) }));
    expect((await log.open(id))!.snapshot!.packed).toEqual(Uint8Array.of(7));
    expect((await log.open(id))!.snapshot!.intact).toEqual({ state: true, vector: true, packed: true });
    await database.sql`update document_snapshots set packed = '\\x08' where document_id = ${id}`;
    expect((await log.open(id))!.snapshot!.intact).toEqual({ state: true, vector: true, packed: false });
    // A release that knows no packing compacts on.
    await database.sql`update document_snapshots set seq = seq + 1 where document_id = ${id}`;
    expect((await log.open(id))!.snapshot).toMatchObject({ packed: null, intact: null });
  });

  test("sets aside the rows that could not be read, as they are", async () => {
    await log.append([row(id, 1)]);
    await database.sql`update document_updates set entries = '\\xff00'::bytea where document_id = ${id} and seq = 2`;
    expect((await log.open(id))!.rows).toMatchObject([
      { seq: 1 },
      { seq: 2, entries: [], unreadable: expect.any(String) },
    ]);
    const done = await log.compact(id, async () => ({ ...(await merged()), unreadable: [2] }));
    expect(done).toMatchObject({ outcome: "compacted", setAside: [2] });
    const kept = await database.sql`select seq, entries from document_rows_set_aside where document_id = ${id}`;
    expect(kept).toMatchObject([{ seq: "2", entries: Uint8Array.of(255, 0) }]);
  });

  test("leaves everything as it was when the merge fails", async () => {
    await expect(log.compact(id, () => Promise.reject(new Error("lacks something")))).rejects.toThrow(
      "lacks something",
    );
    expect(await bytes()).toEqual([[0, 0]]);
  });

  test("is done by one of two nodes at once, and does not hold up writers", async () => {
    let begun = () => {};
    let finish = () => {};
    const merging = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = log.compact(id, async () => {
      begun();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return merged();
    });
    await merging;
    expect(await log.compact(id, merged)).toEqual({ outcome: "busy" });
    expect(await log.append([row(id, 1)])).toEqual(new Set([id]));
    finish();
    expect(await slow).toMatchObject({ outcome: "compacted", seq: 1 });
    expect(await log.open(id)).toMatchObject({ lastSeq: 2, rows: [{ seq: 2 }] });
  });
});

describe("an edit of the server", () => {
  test("goes behind whatever is there, one after the other over all nodes", async () => {
    let inside = 0;
    const edits = Array.from({ length: 8 }, () =>
      log.edit(id, anna, async (stored) => {
        expect(++inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
        return Uint8Array.of(stored.rows.length);
      }),
    );
    const writers = Array.from({ length: 8 }, async () => {
      const head = (await log.heads([id])).get(id)!.lastSeq;
      return (await log.append([row(id, head)])).size;
    });
    const seqs = await Promise.all(edits);
    const written = (await Promise.all(writers)).reduce((sum, size) => sum + size, 0);
    expect(new Set(seqs).size).toBe(8);
    expect((await log.heads([id])).get(id)!.lastSeq).toBe(1 + 8 + written);
  });

  test("writes nothing when nothing changed, and fails for a document that is not there", async () => {
    expect(await log.edit(id, null, async () => null)).toBeNull();
    await expect(log.edit(randomUUID(), null, async () => Uint8Array.of(1))).rejects.toThrow("no such document");
  });
});

test("a schema version is only ever raised", async () => {
  await log.raiseSchemaVersion(id, 3);
  await log.raiseSchemaVersion(id, 2);
  expect((await log.open(id))!.schemaVersion).toBe(3);
});

test("a document cannot be made twice, nor with a kind that is none", async () => {
  const update = Uint8Array.of(0, 0);
  const again = { id, kind: "phase", schemaVersion: 1, update };
  await expect(database.db.transaction((tx) => createDocument(tx, again))).rejects.toThrow();
  const odd = { ...again, id: randomUUID(), kind: "Phase!" };
  await expect(database.db.transaction((tx) => createDocument(tx, odd))).rejects.toThrow();
});
