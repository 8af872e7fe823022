import { type FaultCase, isFull } from "../case.ts";
import { dayOffline } from "./day-offline.ts";
import { fullDisk } from "./full-disk.ts";
import { ghosts } from "./ghosts.ts";
import { hostileSizes } from "./hostile-sizes.ts";
import { killDatabase } from "./kill-database.ts";
import { killNode } from "./kill-node.ts";
import { losingAccess } from "./losing-access.ts";
import { lostAnswers } from "./lost-answers.ts";
import { ordinaryLoad } from "./ordinary-load.ts";
import { pauseDatabase } from "./pause-database.ts";
import { redisAway } from "./redis-away.ts";
import { rollingDeploy } from "./rolling-deploy.ts";
import { silentLine } from "./silent-line.ts";
import { slowDatabase } from "./slow-database.ts";
import { slowReaders } from "./slow-readers.ts";
import { stampede } from "./stampede.ts";
import { wrongClocks } from "./wrong-clocks.ts";

/** Those that leave both nodes as they were come first: nobody has to wait for a start. */
const inEveryRun: readonly FaultCase[] = [
  losingAccess,
  ordinaryLoad,
  hostileSizes,
  dayOffline,
  pauseDatabase,
  fullDisk,
  lostAnswers,
  killDatabase,
  killNode,
  rollingDeploy,
  redisAway,
  slowDatabase,
  stampede,
];

const inFullOnly: readonly FaultCase[] = [wrongClocks, ghosts, silentLine, slowReaders];

export const cases: readonly FaultCase[] = isFull ? [...inEveryRun, ...inFullOnly] : inEveryRun;
