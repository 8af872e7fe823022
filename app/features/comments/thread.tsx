import { useFetcher } from "@remix-run/react";
import { Check, RotateCcw } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { DateText } from "#app/ui/date-text.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { draftOf, keepDraft } from "./drafts.ts";
import type { ThreadView } from "./thread-view.ts";

interface ThreadProps {
  thread: ThreadView;
  /** Whether the words it is about are gone; the quotation stays. */
  wordsGone?: boolean;
  active?: boolean;
  onActivate?: () => void;
  /** Whether this person may answer and resolve. */
  answerable: boolean;
  /** The level of its heading: one below what it hangs on. */
  level?: 3 | 5;
}

/** One conversation: the words it is about, what was said, and a place to answer. */
export function Thread({ thread, wordsGone = false, active = false, onActivate, answerable, level = 3 }: ThreadProps) {
  const { t } = useTranslation("live");
  const heading = useId();
  const Heading = `h${level}` as const;
  return (
    <article
      ref={useFocusBeyond()}
      aria-labelledby={heading}
      className={classNames("thread", active && "thread-active", thread.resolvedAt !== null && "thread-resolved")}
    >
      <Heading id={heading} className="heard-only">
        {t("comment.about", { words: thread.quotation || t("comment.wholeCycle") })}
      </Heading>
      {thread.quotation ? (
        <button type="button" onClick={onActivate} className="thread-quotation" disabled={!onActivate || wordsGone}>
          {thread.quotation}
        </button>
      ) : null}
      {wordsGone ? <p className="text-tiny text-ink-soft">{t("comment.wordsGone")}</p> : null}
      {thread.asksCoach ? <Tag kind="info">{t("comment.asksCoach")}</Tag> : null}
      <ol className="grid gap-3">
        {thread.comments.map((comment) => (
          <li key={comment.id} className="grid grid-cols-[auto_1fr] gap-x-2">
            <Avatar id={comment.byId ?? ""} name={comment.by ?? t("formerMember")} size="small" named={false} />
            <div className="min-w-0">
              <p className="text-tiny text-ink-soft">
                <span className="font-semibold text-ink">{comment.by ?? t("formerMember")}</span>{" "}
                <DateText value={comment.at} style="moment" />
              </p>
              <p className="whitespace-pre-line break-words text-small">{comment.body}</p>
            </div>
          </li>
        ))}
      </ol>
      {thread.resolvedAt ? (
        <p className="text-tiny text-ink-soft">
          {t("comment.resolvedBy", { name: thread.resolvedBy ?? t("formerMember") })}
        </p>
      ) : null}
      {answerable ? <Answer thread={thread} /> : null}
    </article>
  );
}

function Answer({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation("live");
  const answer = useFetcher();
  const end = useFetcher();
  const [turn, setTurn] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const { sentence, errors } = useRefusal(answer.data);
  // An accepted answer empties the field; a refused one leaves every word where it was typed.
  useEffect(() => {
    if (answer.state !== "idle" || !answer.data) return;
    if (isRefusal(answer.data)) keepDraft(thread.id, field.current?.value ?? "");
    else setTurn((count) => count + 1);
  }, [answer.state, answer.data, thread.id]);
  const resolved = thread.resolvedAt !== null;
  return (
    <div className="grid gap-2">
      <answer.Form
        method="post"
        action={cyclePaths.threadAnswers(thread.id)}
        // What is sent is no draft any more: an answer opens the conversation again, in another place, before it is back.
        onSubmit={() => keepDraft(thread.id, "")}
        className="grid gap-2"
      >
        <TextArea
          key={turn}
          ref={field}
          label={t("comment.answer")}
          labelHidden
          placeholder={t("comment.answer")}
          id={`answer-${thread.id}`}
          name="body"
          rows={1}
          limit={4000}
          defaultValue={draftOf(thread.id)}
          onChange={(event) => keepDraft(thread.id, event.target.value)}
          error={errors.body ?? sentence}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton kind="secondary" size="small" busy={answer.state !== "idle"}>
            {t("comment.send")}
          </SubmitButton>
          <SubmitButton
            form={`resolve-${thread.id}`}
            kind="quiet"
            size="small"
            icon={resolved ? RotateCcw : Check}
            busy={end.state !== "idle"}
          >
            {resolved ? t("comment.reopen") : t("comment.resolve")}
          </SubmitButton>
        </div>
      </answer.Form>
      <end.Form
        id={`resolve-${thread.id}`}
        method="post"
        action={resolved ? cyclePaths.threadReopening(thread.id) : cyclePaths.threadResolution(thread.id)}
      />
    </div>
  );
}
