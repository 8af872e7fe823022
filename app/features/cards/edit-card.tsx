import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { isDay } from "#domain/cards/check-card.ts";
import { TITLE_LIMIT } from "#domain/cards/kinds.ts";
import { CardFields } from "./card-fields.tsx";
import { type FieldName, fieldsOf, type ShownCard } from "./card-shape.ts";
import { Conflict } from "./conflict.tsx";

/** A card, edited where it lies. Who was overtaken sees both texts and decides. */
export function EditCard({ card, onDone }: { card: ShownCard; onDone: () => void }) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const { view } = useCycle();
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  // The card as it was when the form opened: what a colleague saves meanwhile must not slip in under our words.
  const [seen] = useState(card);
  const title = useRef<HTMLTextAreaElement>(null);
  const refused = isRefusal(fetcher.data) ? fetcher.data.failure : null;
  const overtaken = refused?.reason === "changed-meanwhile" ? refused : null;
  const who = [...view.members, ...view.coaches].find(({ id }) => id === overtaken?.details.by)?.name ?? null;

  useEffect(() => {
    title.current?.focus();
  }, []);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data && !isRefusal(fetcher.data)) onDone();
  }, [fetcher.state, fetcher.data, onDone]);

  const names = new Set<string>(fieldsOf(card.kind).map(([name]) => name));
  const labelOf = (name: string) => {
    if (name === "title") return t(`card.title.${card.kind}`);
    return names.has(name) ? t(`card.field.${name as FieldName}`) : "";
  };
  const shownAs = (name: string, value: string) => {
    switch (fieldsOf(card.kind).find(([known]) => known === name)?.[1].type) {
      case "choice":
        return t(`card.choice.${value as "practice"}`);
      case "flag":
        return t("conflict.ticked");
      case "date":
        return isDay(value) ? date(value) : value;
      case "strand":
        return view.strands.find(({ id }) => id === value)?.name ?? value;
      default:
        return value;
    }
  };
  return (
    <fetcher.Form
      method="post"
      action={cyclePaths.card(view.cycle.id, card.id)}
      noValidate
      className="arrive flex flex-col gap-4 border-s-2 border-accent ps-4"
    >
      <input type="hidden" name="version" value={String(overtaken?.details.version ?? seen.version)} />
      {overtaken ? (
        <Conflict
          who={who}
          theirs={overtaken.details.theirs as Record<string, unknown>}
          mine={overtaken.typed}
          labelOf={labelOf}
          shownAs={shownAs}
        />
      ) : sentence ? (
        <Notice kind="error">{sentence}</Notice>
      ) : null}
      <TextArea
        ref={title}
        name="title"
        id={`edit-${card.id}-title`}
        label={t(`card.title.${card.kind}`)}
        defaultValue={seen.title}
        rows={1}
        limit={TITLE_LIMIT}
        className="min-h-11!"
        error={errors.title}
      />
      <CardFields kind={card.kind} base={`edit-${card.id}`} values={seen.content} errors={errors} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="small" busy={fetcher.state !== "idle"}>
          {t(overtaken ? "conflict.keepMine" : "card.save")}
        </SubmitButton>
        <Button size="small" kind="quiet" onClick={onDone}>
          {t(overtaken ? "conflict.takeTheirs" : "card.cancel")}
        </Button>
      </div>
    </fetcher.Form>
  );
}
