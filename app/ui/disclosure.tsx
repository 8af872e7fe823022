import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** More for who wants it: closed at first, found by searching in the page, open on paper. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-9 items-center gap-1.5 font-medium text-accent hover:text-accent-hover">
        <Icon of={ChevronRight} className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="arrive mt-1 ps-6">{children}</div>
    </details>
  );
}
