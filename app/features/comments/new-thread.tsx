import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFocusBack } from "#app/ui/use-focus-back.ts";

/** What a new conversation hangs on: words in a document, a card, or the cycle as a whole. */
export type Subject =
  | { documentId: string; anchor: { from: unknown; to: unknown }; quotation: string }
  | { cardId: string }
  | Record<string, never>;

interface NewThreadProps {
  cycleId: string;
  subject: Subject;
  /** Whether the question can go to the coach: somebody of the team asks, and there is a coach. */
  mayAskCoach?: boolean;
  onDone: () => void;
}

/** Starts a conversation. It carries an id of its own, so that sending it twice starts it once. */
export function NewThread({ cycleId, subject, mayAskCoach = false, onDone }: NewThreadProps) {
  const { t } = useTranslation("live");
  const fetcher = useFetcher();
  const [threadId] = useState(() => crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const { sentence, errors } = useRefusal(fetcher.data);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data)) done.current();
  }, [fetcher.state, fetcher.data]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const words = { body: String(form.get("body") ?? ""), asksCoach: form.get("asksCoach") === "on", threadId };
    fetcher.submit(JSON.parse(JSON.stringify({ ...subject, ...words })), {
      method: "post",
      action: cyclePaths.threads(cycleId),
      encType: "application/json",
    });
  };

  return (
    <form ref={useFocusBack()} onSubmit={submit} className="thread thread-active" noValidate>
      {"quotation" in subject && subject.quotation ? <p className="thread-quotation">{subject.quotation}</p> : null}
      <TextArea
        ref={field}
        id={`new-${threadId}`}
        label={t("comment.yours")}
        name="body"
        rows={3}
        limit={4000}
        error={errors.body ?? sentence}
      />
      {mayAskCoach ? <Checkbox label={t("comment.askCoach")} name="asksCoach" id={`asks-${threadId}`} /> : null}
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="small" busy={fetcher.state !== "idle"}>
          {t("comment.place")}
        </SubmitButton>
        <Button kind="quiet" size="small" onClick={onDone}>
          {t("comment.cancel")}
        </Button>
      </div>
    </form>
  );
}
