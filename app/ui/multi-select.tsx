import { Search, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";
import { fieldId, inputLook } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { fold } from "./fold.ts";
import { Icon } from "./icon.tsx";

export interface Choice {
  id: string;
  label: string;
  /** Small words behind the label: a toolkit, a figure. */
  detail?: string;
}

interface MultiSelectProps {
  label: ReactNode;
  /** Sent once for every choice. */
  name: string;
  options: readonly Choice[];
  defaultValue?: readonly string[];
  onChange?: (ids: string[]) => void;
  hint?: ReactNode;
  error?: ReactNode;
}

/** Several of many: a list to tick, with a field that narrows it, and what was ticked on top. Ticking needs no script. */
export function MultiSelect({ label, name, options, defaultValue = [], onChange, hint, error }: MultiSelectProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>(defaultValue);
  const [sought, seek] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const wanted = fold(sought.trim());
  const fits = (option: Choice) => fold(`${option.label} ${option.detail ?? ""}`).includes(wanted);
  const found = options.filter(fits).length;
  const choose = (next: string[]) => {
    setChosen(next);
    onChange?.(next);
  };
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);

  return (
    <Fieldset legend={label} name={name} hint={hint} error={error} className="max-w-form">
      <ul className={classNames("flex flex-wrap gap-2", chosen.length === 0 && "hidden")}>
        {options
          .filter(({ id }) => chosen.includes(id))
          .map((option) => (
            <li key={option.id}>
              <button
                type="button"
                onClick={() => {
                  toggle(option.id);
                  // The button goes with the choice; the next one is found from here.
                  search.current?.focus();
                }}
                className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-accent-tint px-3 text-small text-accent hover:text-accent-hover"
              >
                <span aria-hidden="true">{option.label}</span>
                <span className="heard-only">{t("choose.remove", { name: option.label })}</span>
                <Icon of={X} />
              </button>
            </li>
          ))}
      </ul>
      <div className="rounded-base border border-line-strong bg-surface">
        <div className="relative border-b border-line">
          <Icon of={Search} className="pointer-events-none absolute inset-y-0 start-3 my-auto text-ink-faint" />
          <input
            ref={search}
            type="search"
            aria-label={t("choose.narrow")}
            placeholder={t("choose.narrow")}
            value={sought}
            onChange={(event) => seek(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            className={classNames(inputLook, "border-0 bg-transparent ps-10")}
          />
        </div>
        <ul className="max-h-72 overflow-y-auto p-1">
          {options.map((option) => (
            <li key={option.id} className={fits(option) ? undefined : "hidden"}>
              <label className="flex min-h-9 items-center gap-3 rounded-small px-2 py-1 text-small hover:bg-sunken">
                <input
                  type="checkbox"
                  id={`${fieldId(name)}-${option.id}`}
                  name={name}
                  value={option.id}
                  checked={chosen.includes(option.id)}
                  onChange={() => toggle(option.id)}
                  className="size-4.5 shrink-0 accent-accent"
                />
                <span className="grow">{option.label}</span>
                {option.detail ? <span className="text-tiny text-ink-faint">{option.detail}</span> : null}
              </label>
            </li>
          ))}
        </ul>
        <p role="status" className={found === 0 ? "px-3 pb-3 text-small text-ink-soft" : "heard-only"}>
          {found === 0 ? t("choose.none") : t("choose.chosen", { count: chosen.length })}
        </p>
      </div>
    </Fieldset>
  );
}
