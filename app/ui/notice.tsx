import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type NoticeKind = "info" | "ok" | "warn" | "error";

interface NoticeProps {
  kind?: NoticeKind;
  /** Replaces the standing word ("Ter info", "Gelukt", "Let op", "Dit lukte niet"). */
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read aloud when it appears: for a notice that comes after the page. */
  announced?: boolean;
  className?: string;
}

const looks = {
  info: { sign: Info, box: "border-info bg-info-tint", ink: "text-info" },
  ok: { sign: CircleCheck, box: "border-ok bg-ok-tint", ink: "text-ok" },
  warn: { sign: TriangleAlert, box: "border-warn bg-warn-tint", ink: "text-warn" },
  error: { sign: CircleAlert, box: "border-danger bg-danger-tint", ink: "text-danger" },
};

/** Something to know, to watch or to mend: said in words first, then by sign and colour. */
export function Notice({ kind = "info", title, children, action, announced = false, className }: NoticeProps) {
  const { t } = useTranslation();
  const { sign, box, ink } = looks[kind];
  const role = announced ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div
      role={role}
      className={classNames("flex max-w-measure gap-3 rounded-base border-s-4 px-4 py-3", box, className)}
    >
      <Icon of={sign} className={classNames("mt-[0.2em] size-5", ink)} />
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className={classNames("font-semibold", ink)}>{title ?? t(`notice.${kind}`)}</p>
        {children ? <div className="text-small">{children}</div> : null}
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </div>
  );
}
