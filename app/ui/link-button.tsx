import { Link } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonLook } from "./button-look.ts";
import { Icon } from "./icon.tsx";

interface LinkButtonProps {
  to: string;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** A whole new page instead of a move inside this one: downloads, and after a fault. */
  reload?: boolean;
  className?: string;
  children: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ to, kind, size, icon, reload = false, className, children }: LinkButtonProps) {
  return (
    <Link
      to={to}
      prefetch={reload ? "none" : "intent"}
      reloadDocument={reload}
      className={buttonLook(kind, size, className)}
    >
      {icon ? <Icon of={icon} /> : null}
      {children}
    </Link>
  );
}
