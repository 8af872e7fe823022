export { change } from "./change.ts";
export { tidyOutboxes } from "./tidy-outboxes.ts";
export { insertBlocks, writeBlocks } from "./write-blocks.ts";
