import type { Answerer } from "./answer-requests.ts";
import { answerPlainly } from "./plain-answer.ts";

/** For a process that serves only sockets: whoever asks it for a page was sent to the wrong one by a proxy. */
export function pagesElsewhere(address: string): Answerer {
  return async (request, response) => {
    answerPlainly(request, response, { status: 421, situation: "elsewhere", values: { address } });
    return true;
  };
}
