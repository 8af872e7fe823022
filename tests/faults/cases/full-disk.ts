import type { FaultCase } from "../case.ts";
import { noRoomForOutput } from "../full-disk/output.ts";
import { noRoomForUpdates } from "../full-disk/updates.ts";
import { noRoomForWriteAheadLog } from "../full-disk/write-ahead-log.ts";

export const fullDisk: FaultCase = {
  id: "T82",
  sentence:
    "when a disk is full, of the edits, the write-ahead log or our own log, nothing is called saved that is not, " +
    "nothing of ours falls over, and it goes on when there is room",
  async run(ground) {
    const updates = await noRoomForUpdates(ground);
    const writeAheadLog = await noRoomForWriteAheadLog(ground);
    const output = await noRoomForOutput(ground);
    return { ...updates, ...writeAheadLog, ...output };
  },
};
