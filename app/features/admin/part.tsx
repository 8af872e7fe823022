import type { ReactNode } from "react";

/** A titled part of a page. */
export function Part({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 content-start gap-5">
      <h2 id={id} className="font-serif text-title-3 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
