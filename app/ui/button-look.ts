import { classNames } from "./class-names.ts";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "normal" | "large";

const kinds: Record<ButtonKind, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover forced-edge",
  secondary: "border border-line-strong bg-surface text-ink hover:border-accent hover:text-accent",
  quiet: "text-accent hover:bg-accent-tint hover:text-accent-hover",
  danger: "border border-danger bg-surface text-danger hover:bg-danger-tint",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-9 gap-1.5 px-3 py-1 text-small",
  normal: "min-h-11 gap-2 px-5 py-2 text-base",
  large: "min-h-14 gap-2.5 px-7 py-3 text-lead",
};

/** One look for everything that is pressed, be it a button or a link. */
export const buttonLook = (kind: ButtonKind = "primary", size: ButtonSize = "normal", more?: string): string =>
  classNames(
    "inline-flex items-center justify-center rounded-base text-center font-medium transition-colors",
    "aria-disabled:opacity-70 disabled:opacity-60",
    kinds[kind],
    sizes[size],
    more,
  );
