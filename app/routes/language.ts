import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { preferenceCookie } from "#app/frame/preferences.ts";
import { languageFrom } from "#app/i18n/languages.ts";
import { safeReturnPath } from "#server/http/safe-return-path.ts";

export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const cookie = preferenceCookie(request, "language", languageFrom(form.get("language")));
  return redirect(safeReturnPath(form.get("returnTo")), { status: 303, headers: { "Set-Cookie": cookie } });
}
