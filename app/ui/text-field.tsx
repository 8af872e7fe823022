import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, Field, type FieldProps, inputLook } from "./field.tsx";

type TextFieldProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps> & {
    /** A unit or sign behind the value, such as "€" or "leerlingen". */
    unit?: string;
    /** Classes of the whole field, label included. */
    fieldClassName?: string;
  };

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const { label, name, id, hint, error, optional, labelHidden, unit, fieldClassName, className, ...input } = props;
  const field = { label, name, id, hint, error, optional, labelHidden };
  const element = (
    <input
      ref={ref}
      type="text"
      className={classNames(inputLook, "read-only:bg-sunken", className)}
      {...input}
      {...describedBy(field)}
    />
  );
  return (
    <Field field={field} className={fieldClassName}>
      {unit ? (
        <div className="flex items-center gap-2">
          {element}
          <span className="shrink-0 text-ink-soft">{unit}</span>
        </div>
      ) : (
        element
      )}
    </Field>
  );
});
