import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { useTranslation } from "react-i18next";
import { FieldError, fieldId, inputLook } from "./field.tsx";
import { Icon } from "./icon.tsx";

interface ComboBoxProps {
  label: ReactNode;
  /** Sent with the id of the choice. */
  name: string;
  options: readonly { id: string; label: string; detail?: string }[];
  defaultValue?: string;
  onChange?: (id: string | null) => void;
  /** Asks the server while someone types; then `options` are its answer. Without it the given options are filtered. */
  onSearch?: (text: string) => void;
  hint?: ReactNode;
  error?: ReactNode;
}

/** One of very many (a person, a school): type to find it. For a few dozen, a Select is quicker. Loads 40 kB. */
export function ComboBox({ label, name, options, defaultValue, onChange, onSearch, hint, error }: ComboBoxProps) {
  const { t } = useTranslation();
  const id = fieldId(name);
  return (
    <AriaComboBox
      name={name}
      formValue="key"
      defaultItems={onSearch ? undefined : options}
      items={onSearch ? options : undefined}
      defaultSelectedKey={defaultValue}
      onSelectionChange={(key) => onChange?.(key === null ? null : String(key))}
      onInputChange={onSearch}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
      menuTrigger="focus"
      className="flex max-w-form flex-col gap-1.5"
    >
      <Label className="font-medium">{label}</Label>
      {hint ? (
        <Text slot="description" className="-mt-1 text-small text-ink-soft">
          {hint}
        </Text>
      ) : null}
      <div className="relative">
        <Input id={id} className={`${inputLook} pe-11`} />
        <Button
          aria-label={t("choose.open")}
          className="absolute inset-y-0 end-0 grid w-11 place-items-center text-ink-soft"
        >
          <Icon of={ChevronDown} />
        </Button>
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      <Popover className="w-(--trigger-width) overflow-y-auto rounded-base border border-line bg-surface p-1 shadow-raised">
        <ListBox
          className="max-h-72 overflow-y-auto outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-small text-ink-soft">{t("choose.none")}</p>}
        >
          {(option: ComboBoxProps["options"][number]) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="flex min-h-10 cursor-pointer items-center justify-between gap-3 rounded-small px-3 text-small data-focused:bg-accent-tint data-selected:font-semibold"
            >
              <span>{option.label}</span>
              {option.detail ? <span className="text-tiny text-ink-faint">{option.detail}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
