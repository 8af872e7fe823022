import type { FaultCase } from "../case.ts";
import { killDatabase } from "./kill-database.ts";
import { killNode } from "./kill-node.ts";
import { pauseDatabase } from "./pause-database.ts";
import { redisAway } from "./redis-away.ts";
import { rollingDeploy } from "./rolling-deploy.ts";
import { slowDatabase } from "./slow-database.ts";

/** In the order of docs/faults.md. */
export const cases: readonly FaultCase[] = [
  killNode,
  killDatabase,
  pauseDatabase,
  slowDatabase,
  redisAway,
  rollingDeploy,
];
