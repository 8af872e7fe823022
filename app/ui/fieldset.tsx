import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, fieldId } from "./field.tsx";

export interface FieldsetProps {
  legend: ReactNode;
  name: string;
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** Several inputs under one question. */
export function Fieldset({ legend, name, id = fieldId(name), hint, error, children, className }: FieldsetProps) {
  const describers = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describers || undefined}
      className={classNames("flex min-w-0 flex-col gap-2", className)}
    >
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-2 text-small text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </fieldset>
  );
}
