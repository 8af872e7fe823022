export { placeCommentMark, removeCommentMark } from "./comment-marks.ts";
export { tidyOutboxes } from "./tidy-outboxes.ts";
export { insertBlocks, writeBlocks } from "./write-blocks.ts";
