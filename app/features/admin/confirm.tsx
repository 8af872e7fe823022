import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { Refused } from "./refused.tsx";

interface ConfirmProps {
  action: string;
  /** Who or what it is about: every row of a list has the same verb, and their buttons still need names of their own. */
  name: string;
  /** What the form says besides its address. */
  fields?: Readonly<Record<string, string>>;
  verb: string;
  title: string;
  /** What happens then, and what stays. */
  text: string;
  /** What is said when it is done, where the row itself stays. */
  done?: string;
  /** Something that can be undone in one press asks calmly. */
  calm?: boolean;
}

/** Does what has consequences for somebody, after saying what they are. */
export function Confirm({ action, name, fields = {}, verb, title, text, done, calm = false }: ConfirmProps) {
  const { t } = useTranslation("admin");
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  const say = useSay();
  const [asking, ask] = useState(false);
  const { data } = fetcher;
  const words = useRef(done);
  // Of the question that is asked: a row that stays has the next one ready as soon as this one is answered.
  if (asking && fetcher.state === "idle") words.current = done;
  useEffect(() => {
    if (!data || isRefusal(data)) return;
    ask(false);
    if (words.current) say(words.current);
  }, [data, say]);
  return (
    <div ref={useFocusBeyond()}>
      <Button kind="quiet" size="small" aria-label={`${verb}: ${name}`} onClick={() => ask(true)}>
        {verb}
      </Button>
      <Dialog
        open={asking}
        onClose={() => ask(false)}
        title={title}
        actions={
          <fetcher.Form method="post" action={action} className="flex flex-wrap gap-3">
            {Object.entries(fields).map(([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ))}
            <SubmitButton kind={calm ? "primary" : "danger"} busy={fetcher.state !== "idle"}>
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
    </div>
  );
}
