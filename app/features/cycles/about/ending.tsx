import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useCycle } from "../cycle-context.ts";
import { cyclePaths } from "../paths.ts";

/** Closing, reopening, the bin: each says beforehand what stays safe. */
export function Ending() {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const { can, cycle } = view;
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {can.close ? (
        <Verb
          name={t("about.close")}
          text={t("about.closeText")}
          title={t("about.closeTitle")}
          safe={t("about.closeSafe")}
          action={cyclePaths.closing(cycle.id)}
          said={t("about.closedDone")}
        />
      ) : null}
      {can.reopen ? (
        <Verb
          name={t("about.reopen")}
          text={t("about.reopenText")}
          action={cyclePaths.reopening(cycle.id)}
          said={t("about.reopened")}
        />
      ) : null}
      {can.discard ? (
        <Verb
          name={t("about.discard")}
          text={t("about.discardText")}
          title={t("about.discardTitle")}
          safe={t("about.discardSafe")}
          action={cyclePaths.discarding(cycle.id)}
          danger
        />
      ) : null}
    </ul>
  );
}

interface VerbProps {
  name: string;
  text: string;
  /** With a title it asks first. */
  title?: string;
  safe?: string;
  action: string;
  /** Said when it is done; nothing when it leads to another page. */
  said?: string;
  danger?: boolean;
}

function Verb({ name, text, title, safe, action, said, danger = false }: VerbProps) {
  const { t } = useTranslation("cycles");
  const say = useSay();
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  const [asking, ask] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer, whatever the parent draws meanwhile.
  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || isRefusal(fetcher.data)) return;
    ask(false);
    if (said) say(said);
  }, [fetcher.state, fetcher.data]);
  const kind = danger ? "danger" : "secondary";
  const form = (
    <fetcher.Form method="post" action={action}>
      <SubmitButton kind={kind} size={title ? "normal" : "small"} busy={fetcher.state !== "idle"}>
        {name}
      </SubmitButton>
    </fetcher.Form>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
      <p className="text-small text-ink-soft">{text}</p>
      {title ? (
        <Button kind={kind} size="small" onClick={() => ask(true)}>
          {name}
        </Button>
      ) : (
        form
      )}
      {sentence ? <p className="w-full text-small text-danger">{sentence}</p> : null}
      {title ? (
        <Dialog open={asking} onClose={() => ask(false)} title={title}>
          <p className="mb-5">{safe}</p>
          <div className="flex flex-wrap gap-3">
            {form}
            <Button kind="quiet" onClick={() => ask(false)}>
              {t("about.notYet")}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </li>
  );
}
