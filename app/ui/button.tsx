import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef, MouseEvent } from "react";
import { forwardRef } from "react";
import { type ButtonKind, type ButtonSize, buttonLook } from "./button-look.ts";
import { Icon } from "./icon.tsx";

export interface ButtonProps extends ComponentPropsWithRef<"button"> {
  /** One primary per screen. */
  kind?: ButtonKind;
  size?: ButtonSize;
  /** A lucide icon before the words. */
  icon?: LucideIcon;
  /** At work: stays in the tab order (the focus must not jump), but does nothing. */
  busy?: boolean;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind, size, icon, busy = false, type = "button", className, children, onClick, ...rest },
  ref,
) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      ref={ref}
      type={type}
      aria-disabled={busy || undefined}
      onClick={press}
      className={buttonLook(kind, size, className)}
      {...rest}
    >
      {busy ? <Icon of={LoaderCircle} className="turning" /> : icon ? <Icon of={icon} /> : null}
      {children}
    </button>
  );
});
