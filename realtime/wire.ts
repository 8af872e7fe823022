/**
 * The protocol of the live channel, shared by server and browser: nothing here needs Node. How the messages follow
 * each other, and what they promise, is told in docs/realtime.md.
 */
export * from "./wire/bytes.ts";
export * from "./wire/codes.ts";
export * from "./wire/frames.ts";
export * from "./wire/limits.ts";
export * from "./wire/messages.ts";
export * as liveParser from "./wire/parser.ts";
