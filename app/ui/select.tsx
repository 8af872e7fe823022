import { ChevronDown } from "lucide-react";
import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, Field, type FieldProps, inputLook } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

type SelectProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps> & {
    /** Options, or groups of them. */
    options: readonly (Option | { label: string; options: readonly Option[] })[];
    /** The first, empty option, such as "Kies een school". */
    placeholder?: string;
    fieldClassName?: string;
  };

const renderOption = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

/** The browser's own list: the best one on a phone and with a screen reader. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { label, name, id, hint, error, optional, labelHidden, options, placeholder, ...more } = props;
  const { fieldClassName, className, ...select } = more;
  const field = { label, name, id, hint, error, optional, labelHidden };
  return (
    <Field field={field} className={fieldClassName}>
      <div className="relative">
        <select
          ref={ref}
          className={classNames(inputLook, "appearance-none pe-10", className)}
          {...select}
          {...describedBy(field)}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((one) =>
            "options" in one ? (
              <optgroup key={one.label} label={one.label}>
                {one.options.map(renderOption)}
              </optgroup>
            ) : (
              renderOption(one)
            ),
          )}
        </select>
        <Icon of={ChevronDown} className="pointer-events-none absolute inset-y-0 end-3 my-auto text-ink-soft" />
      </div>
    </Field>
  );
});
