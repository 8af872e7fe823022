import { json, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitationOver } from "#app/features/people/invitation-over.tsx";
import { InvitationStep } from "#app/features/people/invitation-step.tsx";
import type { RouteHandle } from "#app/frame/route-handle.ts";
import { actionOf, loaderOf } from "#app/session/route.server.ts";
import { acceptInvitation, invitationByToken } from "#server/invitations/index.ts";

export const handle = {
  namespaces: ["people"],
  title: (t) => t("people:invitation.title"),
} satisfies RouteHandle<typeof loader>;

/** Looking at an invitation changes nothing, however often a mail scanner does it (T32). */
export const loader = loaderOf(async ({ ctx, params }) => {
  const invitation = await invitationByToken(ctx, params.token);
  const status = invitation.state === "open" ? 200 : 410;
  return json({ invitation, me: ctx.session?.person.name ?? null }, { status });
});

export const action = actionOf(async ({ ctx, params, input }) => {
  const { cookie } = await acceptInvitation(ctx, { ...input, token: params.token });
  return redirectDocument("/", { status: 303, headers: cookie ? { "Set-Cookie": cookie } : {} });
});

export default function Invitation() {
  const { invitation, me } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (invitation.state !== "open" || !invitation.step) return <InvitationOver invitation={invitation} />;
  return <InvitationStep invitation={invitation} step={invitation.step} me={me} refused={refused} />;
}
