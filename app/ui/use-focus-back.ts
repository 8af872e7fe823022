import { type RefCallback, useCallback, useRef, useState } from "react";
import { focusBeyond } from "./use-focus-beyond.ts";

/**
 * For a form that opens in the page and goes when it is done or left: the focus goes back to what it was opened with,
 * or, when that is gone or cannot be pressed now, to the heading of the part.
 */
export function useFocusBack<Form extends HTMLElement>(): RefCallback<Form> {
  // Asked while rendering: as soon as the form stands in the page, its first field has the focus.
  const [opener] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  const form = useRef<Form | null>(null);
  return useCallback(
    (element: Form | null) => {
      const gone = element === null ? form.current : null;
      form.current = element;
      if (!gone?.contains(document.activeElement)) return;
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      if (gone.contains(document.activeElement)) focusBeyond(gone);
    },
    [opener],
  );
}
