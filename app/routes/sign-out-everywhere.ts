import { redirectDocument } from "@remix-run/node";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { signOutEverywhere } from "#server/people/index.ts";

export const loader = loaderOf(async () => redirectDocument("/account"));

export const action = actionOf(async ({ ctx }) => {
  const { cookie } = await signOutEverywhere(ctx);
  const headers = new Headers({ "Set-Cookie": cookie, "Clear-Site-Data": '"storage"' });
  return redirectDocument("/aanmelden?afgemeld", { status: 303, headers });
});
