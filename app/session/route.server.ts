/**
 * How a route asks the server for something. A route module only adapts: context, one use case, answer. What a use
 * case throws is translated here, so no route has a `try`.
 *
 *   import { actionOf, loaderOf } from "#app/session/route.server.ts";
 *
 *   export const loader = loaderOf(async ({ ctx, params }) => json(await readCycle(ctx, params.cycleId)));
 *
 *   export const action = actionOf(async ({ ctx, params, input }) => {
 *     await moveCycle(ctx, { ...input, cycleId: params.cycleId });      // ids of the address come last: they win
 *     return redirect(`/cycli/${params.cycleId}`, 303);
 *   });
 *
 *   export default function MoveCycle() {
 *     const { sentence, errors, typed } = useRefusal(useActionData<typeof action>());   // or fetcher.data
 *     return (
 *       <Form method="post">
 *         <FormErrorSummary errors={errors} labels={{ why: t("cycles:move.why") }} general={sentence} />
 *         <TextField name="why" label={t("cycles:move.why")} error={errors.why} defaultValue={typed.why} />
 *
 * - Not signed in: to /aanmelden and back (401 for a script that accepts only JSON).
 * - Loader: not found 404, forbidden 403, unavailable 503: the frame's error page.
 * - Action: every refusal is returned with its status (403, 404, 409, 422, 429, 503) as `{ failure }`; the form stays
 *   as it was typed (uncontrolled fields, no redirect) and shows the sentences of `useRefusal`.
 * - `requirePerson(ctx)` where a page needs the person at once; use cases ask for themselves.
 */
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LoaderFunctionArgs,
  type TypedResponse,
} from "@remix-run/node";
import type { Raw } from "#server/input.ts";
import { returnedAnswer, thrownAnswer } from "./answer-failure.server.ts";
import { readInput } from "./read-input.server.ts";
import type { Refusal } from "./refusal.ts";
import { contextOf, type RequestContext } from "./request-context.server.ts";
import { answerWithoutScript, sentWithoutScript } from "./without-script.server.ts";

export { contextOf, type RequestContext, requirePerson } from "./request-context.server.ts";

interface Asked {
  ctx: RequestContext;
  request: Request;
  params: LoaderFunctionArgs["params"];
  url: URL;
  handedIn: AppLoadContext;
}

interface Sent extends Asked {
  /** The fields of the form, or of the JSON object, that was sent. */
  input: Raw;
}

const askedOf = async ({ request, params, context }: LoaderFunctionArgs): Promise<Asked> => ({
  ctx: await contextOf(context, request),
  request,
  params,
  url: new URL(request.url),
  handedIn: context,
});

export function loaderOf<Answer>(work: (asked: Asked) => Promise<Answer>) {
  return async (args: LoaderFunctionArgs): Promise<Answer> => {
    try {
      return await work(await askedOf(args));
    } catch (thrown) {
      throw thrownAnswer(thrown, args.request);
    }
  };
}

export function actionOf<Answer>(work: (sent: Sent) => Promise<Answer>) {
  return async (args: ActionFunctionArgs): Promise<Answer | TypedResponse<Refusal>> => {
    let input: Raw = {};
    try {
      const asked = await askedOf(args);
      input = await readInput(args.request);
      return await work({ ...asked, input });
    } catch (thrown) {
      return returnedAnswer(thrown, args.request, input) as TypedResponse<Refusal>;
    }
  };
}

/**
 * The action of an address that has no page of its own: a verb. A script hears `{ ok: true }` or the refusal. A form
 * that was sent before or without script leads back to its page, or to the refusal in words. `work` may answer with a
 * redirect of its own.
 */
export function verbOf(work: (sent: Sent) => Promise<unknown>) {
  const act = actionOf(async (sent) => {
    const own = await work(sent);
    return own instanceof Response ? own : json({ ok: true as const });
  });
  return async (args: ActionFunctionArgs): Promise<Response> => {
    const answer = (await act(args)) as Response;
    return sentWithoutScript(args.request) ? answerWithoutScript(answer, args.request) : answer;
  };
}
