export { answerThread, reopenThread, resolveThread } from "./answer-thread.ts";
export { startThread } from "./start-thread.ts";
