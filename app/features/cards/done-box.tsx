import { useFetcher } from "@remix-run/react";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { ShownCard } from "./card-shape.ts";

/** Ticks an action off, at once. */
export function DoneBox({ card }: { card: ShownCard }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const fetcher = useFetcher();
  const wished = (fetcher.json as { done?: string } | undefined)?.done;
  const done = wished === undefined ? card.content.done === true : wished === "on";
  const tick = (next: boolean) =>
    fetcher.submit(
      { ...card.content, title: card.title, version: card.version, done: next ? "on" : "" },
      { method: "post", action: cyclePaths.card(view.cycle.id, card.id), encType: "application/json" },
    );
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
