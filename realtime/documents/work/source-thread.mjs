// The first file of a thread that is started from a source: Node applies no loader to a thread's first file.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.file);
