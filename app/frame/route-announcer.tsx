import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * A page that comes without a reload is silent for a screen reader and leaves the keyboard where the old link was.
 * So: say the new title, and begin at the main part unless something on the page took the focus itself.
 */
export function RouteAnnouncer({ title }: { title: string }) {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const [said, say] = useState("");

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    say(title);
    const nothingFocused = document.activeElement === document.body || !document.activeElement?.closest("main");
    if (nothingFocused) document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, title]);

  return (
    <div aria-live="polite" aria-atomic="true" className="heard-only">
      {said}
    </div>
  );
}
