export { placeCommentMark, removeCommentMark } from "./comment-marks.ts";
export { insertBlocks, writeBlocks } from "./write-blocks.ts";
