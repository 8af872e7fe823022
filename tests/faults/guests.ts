import { expect } from "vitest";
import type { PersonKey } from "#content/demo/story.ts";
import { memoryDevice } from "#realtime/client/index.ts";
import type { AppNode } from "#tests/support/node-process.ts";
import { Typist, until } from "#tests/support/typist.ts";
import { type Ground, takeIn } from "./ground.ts";

/** The ways in which somebody loses a document; `signed out` by their own hand, everywhere at once. */
export const LOSSES = ["removed", "lowered", "signed out", "closed"] as const;
export type Loss = (typeof LOSSES)[number];

/** Somebody of the demo who may write in the team's documents, until that is taken away. */
export interface Guest {
  personId: string;
  teamId: string;
  cookie: string;
}

/** In the team as a member, with an open account and newly signed in, whatever was taken away before. */
export async function letIn({ world, balancer }: Ground, person: PersonKey): Promise<Guest> {
  return { ...(await takeIn(world, person)), cookie: await world.cookieOf(person, balancer) };
}

/** The guests are no members any more, and their accounts are open. */
export async function sendHome({ world }: Ground, guests: readonly Guest[]): Promise<void> {
  const { sql } = world.database();
  const who = sql(guests.map(({ personId }) => personId));
  await sql`update team_members set ended_at = now() where ended_at is null and person_id in ${who}`;
  await sql`update people set disabled_at = null where id in ${who}`;
}

let came = 0;

/** A guest in a document at this address, joined; at a device that knows nothing yet, unless one is given. */
export async function enter(
  { balancer }: Ground,
  guest: Guest,
  documentId: string,
  { url }: Pick<AppNode, "url">,
  storage = memoryDevice(),
): Promise<Typist> {
  const reach = { url, origin: balancer.url, cookie: guest.cookie, storage };
  const typist = new Typist(`g${(came++).toString(36)}`, documentId, reach);
  await typist.document.synced;
  return typist;
}

/** Takes it away as the pages do, at this node. `by` is the cookie of who may: the team's lead, the staff, or the guest. */
export async function takeAway(ground: Ground, loss: Loss, guest: Guest, node: AppNode, by: string): Promise<void> {
  const { personId, teamId } = guest;
  const paths: Record<Loss, string> = {
    removed: `/teams/${teamId}/leden/weg`,
    lowered: `/teams/${teamId}/leden/rol`,
    "signed out": "/account/overal-afmelden",
    closed: `/beheer/mensen/${personId}/afsluiting`,
  };
  const { status } = await fetch(`${node.url}${paths[loss]}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: by, Origin: ground.balancer.url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ personId, role: "reader" }),
  });
  expect(status, loss).toBeLessThan(400);
}

/** Notes when this person's page has lost what was taken away. @returns waits for it: the moment, as `performance.now()`. */
export function watchLoss({ document, connection }: Typist): () => Promise<number> {
  let at: number | null = null;
  const lost = () => {
    at ??= performance.now();
  };
  document.onStatus((status) => status === "removed" && lost());
  document.onRights(({ write }) => !write && lost());
  connection.onSessionEnded(lost);
  return async () => {
    await until(() => at !== null, "it is taken away");
    return at as unknown as number;
  };
}
