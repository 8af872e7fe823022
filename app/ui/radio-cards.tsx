import type { ChangeEvent, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Fieldset, type FieldsetProps } from "./fieldset.tsx";

export interface RadioCard {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** A small drawing beside the words. */
  mark?: ReactNode;
  disabled?: boolean;
}

interface RadioCardsProps extends Omit<FieldsetProps, "children"> {
  options: readonly RadioCard[];
  defaultValue?: string;
  /** With `onChange` the choice is held by the screen; without, by the form. */
  value?: string;
  onChange?: (value: string) => void;
  columns?: 1 | 2 | 3;
  required?: boolean;
}

const columnsLook = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" };

/** One of a few, each with room for a line of explanation. Native radios: arrows, forms and no script all work. */
export function RadioCards(props: RadioCardsProps) {
  const { options, defaultValue, value, onChange, columns = 1, required, ...fieldset } = props;
  const choose = onChange && ((event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value));
  return (
    <Fieldset {...fieldset}>
      <div className={classNames("grid gap-2", columnsLook[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "flex gap-3 rounded-base border border-line-strong bg-surface px-4 py-3 transition-colors",
              "hover:border-ink has-checked:border-accent has-checked:bg-accent-tint has-checked:ring-1 has-checked:ring-accent",
              "has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              type="radio"
              name={props.name}
              value={option.value}
              disabled={option.disabled}
              required={required}
              defaultChecked={value === undefined ? defaultValue === option.value : undefined}
              checked={value === undefined ? undefined : value === option.value}
              onChange={choose}
              className="mt-[0.3em] size-5 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0 grow">
              <span className="block font-medium">{option.label}</span>
              {option.description ? <span className="block text-small text-ink-soft">{option.description}</span> : null}
            </span>
            {option.mark ? <span className="shrink-0">{option.mark}</span> : null}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
