import type { AppLoadContext } from "@remix-run/node";
import { contextOf } from "#app/session/route.server.ts";
import { placesOf } from "#server/overview/index.ts";
import type { Viewer } from "./viewer.ts";

/** Who is looking, as the frame needs to know. Without services (a node that only shows files) everyone is a visitor. */
export async function viewerOf(request: Request, context: AppLoadContext | undefined): Promise<Viewer | null> {
  if (!context?.services) return null;
  const ctx = await contextOf(context, request);
  if (!ctx.session) return null;
  const { id, name } = ctx.session.person;
  return { id, name, places: await placesOf(ctx) };
}
