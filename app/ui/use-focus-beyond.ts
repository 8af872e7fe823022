import { type RefCallback, useCallback, useRef } from "react";

/**
 * For a row that can go away by what is done in it. When it goes with the focus inside, the focus moves to the heading
 * of its part, or of the page; the browser would drop it, and who works by keyboard or ear would start again at the top of the page.
 * A ref, because it is told before the row leaves the page; an effect is told after.
 */
export function useFocusBeyond<Row extends HTMLElement>(): RefCallback<Row> {
  const row = useRef<Row | null>(null);
  return useCallback((element: Row | null) => {
    const gone = element === null ? row.current : null;
    row.current = element;
    if (gone?.contains(document.activeElement)) focusBeyond(gone);
  }, []);
}

/** The nearest heading that stays when this goes. */
export function focusBeyond(gone: Element): void {
  const part = gone.parentElement?.closest("section");
  const heading = part?.querySelector<HTMLElement>("h2, h3") ?? document.querySelector<HTMLElement>("h1");
  // While a dialog is open, nothing outside it can take the focus.
  for (const dialog of gone.querySelectorAll("dialog")) dialog.close();
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}
