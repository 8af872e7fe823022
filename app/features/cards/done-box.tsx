import { useFetcher } from "@remix-run/react";
import { Check } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import type { ShownCard } from "./card-shape.ts";

/** Ticks an action off, at once. A refused tick goes back, and why is said; a second press waits for the first. */
export function DoneBox({ card }: { card: ShownCard }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const say = useSay();
  const fetcher = useFetcher();
  const { sentence } = useRefusal(fetcher.data);
  useEffect(() => {
    if (fetcher.state === "idle" && sentence) say(sentence);
  }, [fetcher.state, sentence, say]);
  const wished = (fetcher.json as { done?: string } | undefined)?.done;
  const [next, setNext] = useState<boolean | null>(null);
  const kept = card.content.done === true;
  const done = next ?? (wished === undefined ? kept : wished === "on");
  const sentFor = useRef(0);
  const tick = (to: boolean) => {
    if (fetcher.state !== "idle") return setNext(to);
    sentFor.current = card.version;
    fetcher.submit(
      { ...card.content, title: card.title, version: card.version, done: to ? "on" : "" },
      { method: "post", action: cyclePaths.card(view.cycle.id, card.id), encType: "application/json" },
    );
  };
  useEffect(() => {
    if (next === null || fetcher.state !== "idle") return;
    // The press is about the card as the first one left it, and that may come a moment after the answer.
    if (!sentence && card.version === sentFor.current) return;
    setNext(null);
    if (!sentence && next !== kept) tick(next);
  });
  if (!view.can.edit)
    return (
      <span className="mt-px size-6 shrink-0 text-ink-soft">
        {done ? (
          <>
            <Icon of={Check} className="size-5" />
            <span className="heard-only">{t("card.field.done")}</span>
          </>
        ) : null}
      </span>
    );
  return (
    <input
      type="checkbox"
      checked={done}
      disabled={card.pending}
      onChange={(event) => tick(event.target.checked)}
      aria-label={t("card.markDone", { title: card.title })}
      className="mt-px size-6 shrink-0 accent-accent"
    />
  );
}
