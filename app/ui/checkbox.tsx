import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldError } from "./field.tsx";

type CheckboxProps = Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> & {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  error?: ReactNode;
};

/** One yes or no, with the words as part of the target. Several in a Fieldset make a list to tick. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(props, ref) {
  const {
    label,
    name,
    hint,
    error,
    value,
    className,
    id = `field-${name}${value ? `-${value}` : ""}`,
    ...input
  } = props;
  const describers = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return (
    <div className={classNames("flex flex-col gap-1", className)}>
      <div className="flex gap-3">
        <input
          ref={ref}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          aria-describedby={describers || undefined}
          aria-invalid={error ? true : undefined}
          className="mt-[0.35em] size-5 shrink-0 accent-accent"
          {...input}
        />
        <div>
          <label htmlFor={id} className="block py-0.5">
            {label}
          </label>
          {hint ? (
            <p id={`${id}-hint`} className="text-small text-ink-soft">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
});
