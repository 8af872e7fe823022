import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";

interface PageHeaderProps {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** A short line above the title: a school, a kind, a chip. */
  over?: ReactNode;
  /** Small facts under the lead: dates, people, chips. */
  facts?: ReactNode;
  /** The one primary action of the screen. */
  action?: ReactNode;
}

export function PageHeader({ title, lead, crumbs, over, facts, action }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-col gap-3 md:mb-10">
      {crumbs?.length ? <Breadcrumb crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-end gap-x-8 gap-y-5">
        <div className="flex min-w-0 grow basis-md flex-col gap-2">
          {over ? <div className="text-small text-ink-soft">{over}</div> : null}
          <h1 className="max-w-[24ch] font-serif text-title-1 font-semibold tracking-[-0.015em]">{title}</h1>
          {lead ? <p className="measure text-lead text-ink-soft">{lead}</p> : null}
          {facts ? (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-ink-soft">{facts}</div>
          ) : null}
        </div>
        {action ? <div className="no-print shrink-0">{action}</div> : null}
      </div>
    </header>
  );
}
