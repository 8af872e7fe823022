import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LeveldbPersistence } from "y-leveldb";

// node seed-leveldb.mjs <folder of the database> <folder with one Yjs update per document>
const [, , folder, documents] = process.argv;
const persistence = new LeveldbPersistence(folder);
for (const name of readdirSync(documents)) {
  await persistence.storeUpdate(name, new Uint8Array(readFileSync(join(documents, name))));
}
await persistence.destroy();
