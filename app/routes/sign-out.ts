import { redirect } from "@remix-run/node";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { signOut } from "#server/people/index.ts";

/** Leaving is a button, never a link: an address that signs people out is a prank (T32). */
export const loader = loaderOf(async () => redirect("/"));

export const action = actionOf(async ({ ctx }) => {
  const { cookie } = await signOut(ctx, ctx.session);
  const headers = new Headers({ "Set-Cookie": cookie });
  // Computers at school are shared: what this browser kept of the person's work goes with them (T33).
  headers.set("Clear-Site-Data", '"storage"');
  return redirect("/aanmelden?afgemeld", { status: 303, headers });
});
