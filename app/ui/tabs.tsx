import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";

export interface TabPanel {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  /** What the tabs divide, for a screen reader. */
  label: string;
  tabs: readonly TabPanel[];
  /** The one that is open first. */
  initial?: string;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Views of one thing, one at a time. The others stay in the page (hidden), so typed text in them is kept. */
export function Tabs({ label, tabs, initial }: TabsProps) {
  const base = useId();
  const [open, setOpen] = useState(initial ?? tabs[0]?.id);
  const buttons = useRef(new Map<string, HTMLButtonElement>());

  const go = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    setOpen(tab.id);
    buttons.current.get(tab.id)?.focus();
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    if (step !== undefined) go(index + step);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(tabs.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div>
      <div role="tablist" aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            ref={(element) => {
              if (element) buttons.current.set(tab.id, element);
              else buttons.current.delete(tab.id);
            }}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-controls={`${base}-panel-${tab.id}`}
            aria-selected={open === tab.id}
            tabIndex={open === tab.id ? 0 : -1}
            onClick={() => setOpen(tab.id)}
            onKeyDown={(event) => onKey(event, index)}
            className={classNames(
              "-mb-px min-h-11 shrink-0 border-b-2 px-3 text-small transition-colors focus-visible:-outline-offset-3",
              open === tab.id ? "border-accent font-semibold" : "border-transparent text-ink-soft hover:text-accent",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${base}-panel-${tab.id}`}
          aria-labelledby={`${base}-tab-${tab.id}`}
          hidden={open !== tab.id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls must be reachable to be scrolled
          tabIndex={0}
          className="py-5"
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}
