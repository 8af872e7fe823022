import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type TagKind = "plain" | "info" | "ok" | "warn" | "danger";

const kinds: Record<TagKind, string> = {
  plain: "bg-sunken text-ink-soft",
  info: "bg-info-tint text-info",
  ok: "bg-ok-tint text-ok",
  warn: "bg-warn-tint text-warn",
  danger: "bg-danger-tint text-danger",
};

/** A short word about a thing: a role, a theme, a state. Always words; colour and icon only support them. */
export function Tag({ kind = "plain", icon, children }: { kind?: TagKind; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 font-sans text-tiny font-medium tracking-normal forced-edge",
        kinds[kind],
      )}
    >
      {icon ? <Icon of={icon} /> : null}
      {children}
    </span>
  );
}
