import { LogOut, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LeaveForm } from "#app/features/people/leave-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { pathOf } from "./viewer.ts";

/** One's own page, and the way out: it asks about edits that only this device has, and forgets everything here. */
export function SignOut() {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-start border-t border-line pt-2">
      <LinkButton to={pathOf.account} kind="quiet" size="small" icon={UserRound}>
        {t("frame.account")}
      </LinkButton>
      <LeaveForm action={pathOf.signOut}>
        <Button type="submit" kind="quiet" size="small" icon={LogOut}>
          {t("frame.signOut")}
        </Button>
      </LeaveForm>
    </div>
  );
}
