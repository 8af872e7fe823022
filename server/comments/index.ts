export { answerThread, reopenThread, resolveThread } from "./answer-thread.ts";
export { readableThreads } from "./readable-threads.ts";
export { startThread } from "./start-thread.ts";
