import { ChevronDown, type LucideIcon } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { buttonLook } from "./button-look.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { useDismiss } from "./use-dismiss.ts";

interface MenuProps {
  label: string;
  /** Shown instead of the label on a narrow screen; both are read. */
  shortLabel?: string;
  /** A drawing before the label. */
  lead?: ReactNode;
  /** Which edge of the button the panel lines up with. */
  align?: "start" | "end";
  kind?: "quiet" | "secondary";
  /** MenuItem, MenuLink, or small forms. */
  children: ReactNode;
}

/**
 * A button that opens a small panel of links and buttons. A <details>, so it opens without script; not role=menu,
 * because what is inside are ordinary links and forms and is read as such.
 */
export function Menu({ label, shortLabel, lead, align = "end", kind = "quiet", children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details ref={details} className="group relative">
      <summary className={buttonLook(kind, "small")}>
        {lead}
        {shortLabel ? <span className="sm:hidden">{shortLabel}</span> : null}
        <span className={shortLabel ? "hidden max-w-40 truncate sm:inline" : undefined}>{label}</span>
        <Icon of={ChevronDown} className="transition-transform group-open:rotate-180" />
      </summary>
      <div
        className={classNames(
          "arrive absolute z-30 mt-1 w-max min-w-56 max-w-[calc(100vw-2rem)] rounded-base border border-line bg-surface p-2 shadow-raised",
          align === "end" ? "end-0" : "start-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}

interface MenuItemProps {
  icon?: LucideIcon;
  danger?: boolean;
  onPress?: () => void;
  /** Inside a form: the value that is sent. */
  type?: "button" | "submit";
  name?: string;
  value?: string;
  children: ReactNode;
}

export function MenuItem({ icon, danger = false, onPress, type = "button", name, value, children }: MenuItemProps) {
  return (
    <button
      type={type}
      name={name}
      value={value}
      onClick={onPress}
      className={classNames(
        "flex min-h-10 w-full items-center gap-2 rounded-small px-2 text-start text-small hover:bg-sunken",
        danger && "text-danger",
      )}
    >
      {icon ? <Icon of={icon} /> : null}
      {children}
    </button>
  );
}
