import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Refused } from "./refused.tsx";

interface ConfirmRemovalProps {
  action: string;
  person: { id: string; name: string };
  verb: string;
  title: string;
  /** What happens then, and what stays. */
  text: string;
}

/** Takes somebody out of a team or a school, after saying what that means. */
export function ConfirmRemoval({ action, person, verb, title, text }: ConfirmRemovalProps) {
  const { t } = useTranslation("admin");
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  const [asking, ask] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" aria-label={`${verb}: ${person.name}`} onClick={() => ask(true)}>
        {verb}
      </Button>
      <Dialog
        open={asking}
        onClose={() => ask(false)}
        title={title}
        actions={
          <fetcher.Form method="post" action={action} className="flex flex-wrap gap-3">
            <input type="hidden" name="personId" value={person.id} />
            <SubmitButton kind="danger" busy={fetcher.state !== "idle"}>
              {verb}
            </SubmitButton>
            <Button kind="quiet" onClick={() => ask(false)}>
              {t("people.keep")}
            </Button>
          </fetcher.Form>
        }
      >
        <div className="grid gap-3">
          <p>{text}</p>
          <Refused sentence={sentence} />
        </div>
      </Dialog>
    </>
  );
}
