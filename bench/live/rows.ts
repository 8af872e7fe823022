import { LATENCY_CROWDS } from "./effort.ts";

export interface Row {
  id: string;
  /** What the table calls it. */
  title: string;
  unit: string;
  better: "lower" | "higher";
}

const lower = (id: string, title: string, unit: string): Row => ({ id, title, unit, better: "lower" });
const higher = (id: string, title: string, unit: string): Row => ({ id, title, unit, better: "higher" });

/** All rows, in the order of the table. Ids are stable: results of different days are compared by them. */
export const ROWS: readonly Row[] = [
  ...LATENCY_CROWDS.flatMap(({ clients, typists }) =>
    ([50, 99] as const).map((quantile) =>
      lower(
        `latency-p${quantile}-${clients}-clients-${typists}-typing`,
        `an edit reaches the others, ${clients} in the document, ${typists} typing, p${quantile}`,
        "ms",
      ),
    ),
  ),
  higher("rate-50-clients", "most edits with p99 < 250 ms, one document of 50", "edits/s"),
  higher("rate-500x2", "most edits with p99 < 250 ms, 500 documents of 2", "edits/s"),
  higher("deliveries-per-cpu-second-50-clients", "deliveries at that rate, one document of 50", "per CPU-second"),
  higher("deliveries-per-cpu-second-500x2", "deliveries at that rate, 500 documents of 2", "per CPU-second"),
  lower("cpu-50-clients-400", "server CPU, one document of 50, 400 edits/s", "ms per 10,000 deliveries"),
  lower("cpu-50-clients-1600", "server CPU, one document of 50, 1,600 edits/s", "ms per 10,000 deliveries"),
  lower("cpu-500x2-5000", "server CPU, 500 documents of 2, 5,000 edits/s", "ms per 10,000 deliveries"),
  lower("bytes-50-clients", "received per delivered keystroke, 50 in the document", "bytes"),
  lower("bytes-2-clients", "received per delivered keystroke, 2 in the document, acknowledgements included", "bytes"),
  lower("connect-cpu", "server CPU to let somebody in", "ms"),
  lower("memory-connection", "memory of an idle connection", "kB"),
  lower("memory-document", "memory of an open idle document of 20 kB, with its one connection", "kB"),
  ...(["cold", "warm"] as const).flatMap((how) => [
    lower(`open-${how}-ms`, `open B4 (259,778 edits), ${how}`, "ms"),
    lower(`open-${how}-cpu`, `server CPU for it, ${how}`, "ms"),
    lower(`open-${how}-bytes`, `received for it, ${how}`, "kB"),
  ]),
  lower("return-200-ms", "200 come back at once into B4, all ready", "ms"),
  lower("return-200-cpu", "server CPU for it", "ms"),
  lower("return-1000-ms", "1,000 come back at once into 100 documents of 20 kB, all ready", "ms"),
  lower("return-1000-cpu", "server CPU for it", "ms"),
  lower("wal-50-clients-400", "write-ahead log per edit, one document of 50, 400 edits/s", "bytes"),
  lower("database-cpu-50-clients-400", "database CPU, the same", "ms per 10,000 edits"),
  lower("lost-acknowledged", "acknowledged edits lost over the SIGKILLs", "edits"),
  lower("lost-shown", "edits that a colleague had seen, lost over the SIGKILLs", "edits"),
];
