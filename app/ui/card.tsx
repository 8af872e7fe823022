import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface CardProps {
  title: ReactNode;
  /** Makes the whole card lead there, with the title as its link. */
  to?: string;
  /** The title's level in the page. */
  level?: 2 | 3 | 4;
  /** A line above the title. */
  over?: ReactNode;
  /** At the bottom: dates, people, marks. */
  foot?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** One thing among its like. Used sparingly: a list of lines is calmer than a wall of boxes. */
export function Card({ title, to, level = 3, over, foot, children, className }: CardProps) {
  const Title = `h${level}` as const;
  return (
    <article
      className={classNames(
        "relative flex flex-col gap-2 rounded-large border border-line bg-surface p-5 transition-colors",
        to !== undefined && "hover:border-line-strong",
        className,
      )}
    >
      {over ? <div className="text-small text-ink-soft">{over}</div> : null}
      <Title className="font-serif text-title-4 font-semibold">
        {to === undefined ? (
          title
        ) : (
          <Link to={to} prefetch="intent" className="after:absolute after:inset-0 after:rounded-large hover:underline">
            {title}
          </Link>
        )}
      </Title>
      {children ? <div className="text-small text-ink-soft">{children}</div> : null}
      {foot ? <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 pt-2 text-small">{foot}</div> : null}
    </article>
  );
}
