import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** What every field takes, besides the native attributes of its element. */
export interface FieldProps {
  label: ReactNode;
  name: string;
  /** Only needed when two forms on one page have a field of the same name. */
  id?: string;
  hint?: ReactNode;
  /** A sentence that says what to do, already in the reader's language. */
  error?: ReactNode;
  /** Says "mag leeg blijven" beside the label. */
  optional?: boolean;
  /** The label is heard but not seen: only where the place makes it obvious (a search box beside its button). */
  labelHidden?: boolean;
}

export const fieldId = (name: string): string => `field-${name}`;

/** The wiring between an input and the words around it. */
export function describedBy({ name, id = fieldId(name), hint, error }: FieldProps) {
  const describers = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": describers || undefined,
    "aria-invalid": error ? true : undefined,
  } as const;
}

export const inputLook =
  "block w-full min-h-11 rounded-base border border-line-strong bg-surface px-3 py-2 text-base text-ink " +
  "placeholder:text-ink-faint hover:border-ink-soft " +
  "aria-invalid:border-2 aria-invalid:border-danger disabled:bg-sunken disabled:text-ink-faint";

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-small font-medium text-danger">
      <Icon of={CircleAlert} className="mt-[0.2em]" />
      <span>{children}</span>
    </p>
  );
}

/** Label, hint, the input itself, and what is wrong with it: in the order in which they are read. */
export function Field({ field, children, className }: { field: FieldProps; children: ReactNode; className?: string }) {
  const { t } = useTranslation();
  const { id = fieldId(field.name), label, hint, error, optional, labelHidden } = field;
  return (
    <div className={classNames("flex max-w-form flex-col gap-1.5", className)}>
      <label htmlFor={id} className={labelHidden ? "heard-only" : "font-medium"}>
        {label}
        {optional ? <span className="font-normal text-ink-faint"> {t("field.optional")}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 text-small text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}
