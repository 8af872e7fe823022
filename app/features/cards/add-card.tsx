import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { CardKindName } from "#domain/cards/kinds.ts";
import { CardFields } from "./card-fields.tsx";

interface AddCardProps {
  kind: CardKindName;
  /** What the place already says of the card: the column of the source board. */
  given?: Readonly<Record<string, string>>;
  onDone: () => void;
}

/** Title first, the rest folded away. It stays open for a next one: ideas seldom come alone. */
export function AddCard({ kind, given = {}, onDone }: AddCardProps) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  // A new id, and a new empty form, for every card that was kept.
  const [cardId, setCardId] = useState(() => crypto.randomUUID());
  const title = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(false);
  const base = `add-${kind}-${given.sourceKind ?? ""}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each fresh form begins at its title.
  useEffect(() => title.current?.focus(), [cardId]);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data)) {
      setCardId(crypto.randomUUID());
      setTyped(false);
    }
  }, [fetcher.state, fetcher.data]);

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onDone();
  };
  return (
    <fetcher.Form
      key={cardId}
      method="post"
      action={cyclePaths.cards(view.cycle.id)}
      onKeyDown={onKey}
      noValidate
      className="arrive flex flex-col gap-3 border-s-2 border-accent ps-4"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="cardId" value={cardId} />
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {sentence ? <Notice kind="error">{sentence}</Notice> : null}
      <TextField
        ref={title}
        name="title"
        id={`${base}-title`}
        label={t(`card.title.${kind}`)}
        placeholder={t(`card.example.${kind}`)}
        error={errors.title}
        onChange={(event) => setTyped(event.target.value.trim() !== "")}
        autoComplete="off"
        enterKeyHint="done"
      />
      <Disclosure summary={t("card.more")} open={Object.keys(errors).some((name) => name !== "title")}>
        <CardFields kind={kind} base={base} values={{}} errors={errors} leaveOut={Object.keys(given)} />
      </Disclosure>
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="small" kind="secondary" busy={fetcher.state !== "idle"}>
          {t("card.addOne")}
        </SubmitButton>
        <Button size="small" kind="quiet" onClick={onDone}>
          {/* "Klaar" beside words that were not added would promise that they are kept. */}
          {t(typed ? "card.cancel" : "card.done")}
        </Button>
      </div>
    </fetcher.Form>
  );
}
