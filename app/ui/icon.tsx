import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names.ts";

interface IconProps {
  of: LucideIcon;
  /** A `size-…` here replaces the standing one. */
  className?: string;
}

/** A sign beside words, never instead of them: hidden from screen readers, as tall as the text. */
export function Icon({ of: Sign, className }: IconProps) {
  const size = className?.includes("size-") ? null : "size-[1.15em]";
  return <Sign aria-hidden="true" strokeWidth={1.75} className={classNames("shrink-0", size, className)} />;
}
