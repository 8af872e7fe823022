import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect } from "react";

/** Closes an open <details> by Escape (the focus goes back to its button), a press elsewhere, or another page. */
export function useDismiss(details: RefObject<HTMLDetailsElement>) {
  const { key } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason to close
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);

  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const close = () => {
      element.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !element.open) return;
      if (element.contains(document.activeElement)) element.querySelector("summary")?.focus();
      close();
    };
    const onElsewhere = (event: Event) => {
      if (element.open && event.target instanceof Node && !element.contains(event.target)) close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onElsewhere);
    document.addEventListener("focusin", onElsewhere);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onElsewhere);
      document.removeEventListener("focusin", onElsewhere);
    };
  }, [details]);
}
