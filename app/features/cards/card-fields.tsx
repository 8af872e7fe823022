import { useTranslation } from "react-i18next";
import { useCycle } from "#app/features/cycles/cycle-context.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { CardKindName, Field } from "#domain/cards/kinds.ts";
import { type FieldName, fieldsOf } from "./card-shape.ts";

interface CardFieldsProps {
  kind: CardKindName;
  /** Makes the ids of this form its own: several stand on one page. */
  base: string;
  values: Readonly<Record<string, string | boolean | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
  /** Fields that the place already answers, such as the column of the source board. */
  leaveOut?: readonly string[];
}

/** The fields of a kind of card besides its title. All of them may stay empty. */
export function CardFields({ kind, leaveOut = [], ...rest }: CardFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      {fieldsOf(kind)
        .filter(([name]) => !leaveOut.includes(name))
        .map(([name, field]) => (
          <CardField key={name} name={name} field={field} {...rest} />
        ))}
    </div>
  );
}

type CardFieldProps = Omit<CardFieldsProps, "kind" | "leaveOut"> & { name: FieldName; field: Field };

function CardField({ name, field, base, values, errors }: CardFieldProps) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const value = values[name];
  const text = typeof value === "string" ? value : "";
  const common = { name, id: `${base}-${name}`, label: t(`card.field.${name}`), error: errors[name] };
  switch (field.type) {
    case "line":
      return <TextField {...common} defaultValue={text} autoComplete="off" />;
    case "text":
      return <TextArea {...common} defaultValue={text} rows={2} limit={field.max} className="min-h-16!" />;
    case "link":
      return <TextField {...common} defaultValue={text} inputMode="url" placeholder="https://" autoComplete="off" />;
    case "date":
      return <TextField {...common} type="date" defaultValue={text} />;
    case "flag":
      return <Checkbox {...common} defaultChecked={value === true} />;
    case "choice":
      return (
        <Select
          {...common}
          defaultValue={text}
          placeholder={t("card.noChoice")}
          options={field.options.map((option) => ({
            value: option,
            label: t(`card.choice.${option as "practice"}`),
          }))}
        />
      );
    case "strand": {
      const linked = view.strands.map(({ id, name: label }) => ({ value: id, label }));
      const known = text === "" || linked.some((option) => option.value === text);
      return (
        <Select
          {...common}
          defaultValue={text}
          placeholder={t("card.noChoice")}
          options={known ? linked : [...linked, { value: text, label: text }]}
        />
      );
    }
  }
}
