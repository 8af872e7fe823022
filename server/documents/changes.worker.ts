// What may be changed in a live document by name, in a thread of the live channel (docs/realtime.md, "Threads").
export { placeCommentMark, removeCommentMark } from "./comment-marks.ts";
