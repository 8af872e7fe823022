import { type ChangeEvent, type ComponentPropsWithoutRef, forwardRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";
import { describedBy, Field, type FieldProps, inputLook } from "./field.tsx";

type TextAreaProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps> & {
    /** The most characters that are kept. Shown when they run out; the server decides, typing is never cut off. */
    limit?: number;
    fieldClassName?: string;
  };

/** Grows with its text. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { label, name, id, hint, error, optional, labelHidden, limit, fieldClassName, className, onChange, ...area } =
    props;
  const field = { label, name, id, hint, error, optional, labelHidden };
  const { t } = useTranslation();
  const [length, setLength] = useState(String(area.value ?? area.defaultValue ?? "").length);
  const left = limit === undefined ? Number.POSITIVE_INFINITY : limit - length;
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setLength(event.target.value.length);
    onChange?.(event);
  };
  return (
    <Field field={field} className={fieldClassName}>
      <textarea
        ref={ref}
        rows={3}
        className={classNames(inputLook, "field-sizing-content min-h-24 read-only:bg-sunken", className)}
        onChange={change}
        {...area}
        {...describedBy(field)}
      />
      {limit !== undefined && left < Math.max(40, limit / 5) ? (
        <p role="status" className={classNames("tabular text-small", left < 0 ? "text-danger" : "text-ink-soft")}>
          {left < 0 ? t("field.tooLong", { count: -left }) : t("field.left", { count: left })}
        </p>
      ) : null}
    </Field>
  );
});
