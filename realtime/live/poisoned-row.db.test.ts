import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";
import { compactDocument } from "../index.ts";
import { RawEditor, until } from "./testing/raw-client.ts";
import { House, MAY_ALL, newDocument, startNode, type TestNode } from "./testing/start-node.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function enter(node: TestNode, house: House, documentId: string, name: string): Promise<RawEditor> {
  const { cookie, personId } = house.signIn(name);
  house.allow(personId, documentId, MAY_ALL);
  return RawEditor.open(node.url, cookie, documentId);
}

async function typeAndSave(editor: RawEditor, text: string): Promise<void> {
  editor.type(text);
  await until(() => editor.savedUpTo === editor.sequence, `${text} is saved`);
}

const alarms = ({ lines }: House) => lines.filter((line) => line.includes("cannot be read"));

test.each([
  ["is no row at all", "'\\xffffffffff'::bytea"],
  ["holds an update that nobody can read", "set_byte(set_byte(entries, 20, 255), 21, 255)"],
  ["is cut off", "substring(entries from 1 for octet_length(entries) - 3)"],
])("a row that %s is set aside, and the document opens with what is before and after it", async (_how, damage) => {
  const house = new House();
  const documentId = await newDocument(database, "Begin. ");
  let node = await startNode(database, house);
  const anna = await enter(node, house, documentId, "Anna Peeters");
  const bram = await enter(node, house, documentId, "Bram Claes");
  await typeAndSave(anna, "Voor. ");
  await until(() => bram.text.includes("Voor."));
  await typeAndSave(bram, "Weg. ");
  const { seq } = (await database.sql`select last_seq as seq from documents where id = ${documentId}`)[0]!;
  // Does not rest on the row that will be damaged: at the front of the paragraph.
  const line = (anna.doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0);
  (line as Y.XmlText).insert(0, "Na. ");
  await until(() => anna.savedUpTo === anna.sequence);
  anna.close();
  bram.close();
  await node.stop();

  await database.sql.unsafe(
    `update document_updates set entries = ${damage} where document_id = '${documentId}' and seq = ${seq}`,
  );
  const [damaged] = await database.sql`
    select entries from document_updates where document_id = ${documentId} and seq = ${seq}`;

  node = await startNode(database, house);
  const coen = await enter(node, house, documentId, "Coen Maes");
  expect(coen.text).toBe("Na. Begin. Voor. ");
  expect(alarms(house).join()).toContain(`"rows":[${seq}]`);
  await typeAndSave(coen, "Verder. ");
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted", setAside: [Number(seq)] });
  const [kept] = await database.sql`select seq, entries from document_rows_set_aside where document_id = ${documentId}`;
  expect(kept).toEqual({ seq, entries: damaged!.entries });
  await typeAndSave(coen, "En nog. ");
  coen.close();
  await node.stop();

  node = await startNode(database, house);
  const dirk = await enter(node, house, documentId, "Dirk Aerts");
  expect(dirk.text).toBe("Na. Begin. Voor. Verder. En nog. ");
  await typeAndSave(dirk, "Slot.");
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted", setAside: [] });
  dirk.close();
  await node.stop();
});

test("content beyond the schema stays in the document through a compaction, which says that it is there", async () => {
  const house = new House();
  const documentId = await newDocument(database, "Begin. ");
  const node = await startNode(database, house);
  const anna = await enter(node, house, documentId, "Anna Peeters");
  expect(await compactDocument(node.log, documentId)).toEqual({
    outcome: "compacted",
    seq: expect.any(Number),
    rows: expect.any(Number),
    bytes: expect.any(Number),
    setAside: [],
  });
  anna.doc.getXmlFragment("content").push([new Y.XmlElement("poll"), new Y.XmlText("los")]);
  await typeAndSave(anna, "Verder.");
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted", beyondSchema: 2 });
  const read = await node.realtime.readDocumentText(documentId);
  expect(read?.content?.map(({ type }) => type)).toEqual(["paragraph", "poll", "text"]);
  anna.close();
  await node.stop();
});

test("what rests on a row that cannot be read comes back when its author does", async () => {
  const house = new House();
  const documentId = await newDocument(database, "Begin. ");
  let node = await startNode(database, house);
  const anna = await enter(node, house, documentId, "Anna Peeters");
  await typeAndSave(anna, "Een. ");
  const { seq } = (await database.sql`select last_seq as seq from documents where id = ${documentId}`)[0]!;
  await typeAndSave(anna, "Twee. ");
  const own = anna.doc;
  anna.close();
  await node.stop();
  await database.sql`update document_updates set entries = '\\xff'::bytea where document_id = ${documentId} and seq = ${seq}`;

  node = await startNode(database, house);
  const coen = await enter(node, house, documentId, "Coen Maes");
  expect(coen.text).toBe("Begin. ");
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted", setAside: [Number(seq)] });
  const { readDocument } = node.realtime;
  const { update } = (await readDocument(documentId))!;
  const whole = new Y.Doc();
  Y.applyUpdate(whole, update);
  expect(whole.store.pendingStructs).not.toBeNull();
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(own));
  expect(whole.getXmlFragment("content").toString()).toContain("Begin. Een. Twee. ");
  coen.close();
  await node.stop();
});

test.each([
  ["the state cut off", "state = substring(state from 1 for 900)"],
  ["the state empty", "state = ''"],
  ["a bit of the state's first number over", "state = set_byte(state, 0, get_byte(state, 0) # 64)"],
  ["a letter in its middle over", "state = set_byte(state, 900, get_byte(state, 900) # 1)"],
  ["the copy cut off", "packed = substring(packed from 1 for 40)"],
  ["the vector cut off", "vector = substring(vector from 1 for 1)"],
])("a snapshot with %s is mended from what else it holds", async (_how, damage) => {
  const house = new House();
  const documentId = await newDocument(database, "Begin. ");
  let node = await startNode(database, house);
  const anna = await enter(node, house, documentId, "Anna Peeters");
  await typeAndSave(anna, "Een lange tekst met veel woorden. ".repeat(700));
  anna.close();
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted" });
  await node.stop();
  await database.sql.unsafe(`update document_snapshots set ${damage} where document_id = '${documentId}'`);

  node = await startNode(database, house);
  const bram = await enter(node, house, documentId, "Bram Claes");
  expect(bram.text).toBe(anna.text);
  expect(house.lines.filter((line) => line.includes("mended"))).not.toEqual([]);
  await typeAndSave(bram, "Verder. ");
  bram.close();
  await node.stop();
});

test("a snapshot of which nothing can be read keeps its document closed, and as it is", async () => {
  const house = new House();
  const documentId = await newDocument(database, "Begin. ");
  let node = await startNode(database, house);
  expect(await compactDocument(node.log, documentId)).toMatchObject({ outcome: "compacted" });
  await node.stop();
  await database.sql`update document_snapshots set state = substring(state from 1 for 9) where document_id = ${documentId}`;
  const before = await database.sql`select * from document_snapshots where document_id = ${documentId}`;

  node = await startNode(database, house);
  await expect(enter(node, house, documentId, "Anna Peeters")).rejects.toThrow("TEMPORARY");
  await expect(node.realtime.readDocumentText(documentId)).rejects.toThrow("cannot be read");
  expect(house.lines.join()).toContain("stays closed");
  expect(await database.sql`select * from document_snapshots where document_id = ${documentId}`).toEqual(before);
  await node.stop();
});
