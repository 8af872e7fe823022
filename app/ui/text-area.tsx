import {
  type ChangeEvent,
  type ComponentPropsWithoutRef,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";
import { describedBy, Field, type FieldProps, inputLook } from "./field.tsx";

type TextAreaProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps> & {
    /** The most characters that are kept. Shown when they run out; the server decides, typing is never cut off. */
    limit?: number;
    fieldClassName?: string;
  };

/** A screen reader hears the count when the typing rests, not at each letter. */
const TYPING_RESTS_MS = 1_000;

/** Grows with its text. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { label, name, id, hint, error, optional, labelHidden, limit, fieldClassName, className, onChange, ...area } =
    props;
  const field = { label, name, id, hint, error, optional, labelHidden };
  const { t } = useTranslation();
  const element = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => element.current as HTMLTextAreaElement);
  const [length, setLength] = useState(String(area.value ?? area.defaultValue ?? "").length);
  const left = limit === undefined ? Number.POSITIVE_INFINITY : limit - length;
  const [heard, hear] = useState(left);
  useEffect(() => {
    const timer = setTimeout(() => hear(left), TYPING_RESTS_MS);
    return () => clearTimeout(timer);
  }, [left]);
  useEffect(() => {
    const form = element.current?.form;
    // A form that is emptied changes its fields without a word to anybody; they are empty after this event.
    const count = () => setLength(element.current?.defaultValue.length ?? 0);
    form?.addEventListener("reset", count);
    return () => form?.removeEventListener("reset", count);
  }, []);
  const words = (count: number) => (count < 0 ? t("field.tooLong", { count: -count }) : t("field.left", { count }));
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setLength(event.target.value.length);
    onChange?.(event);
  };
  return (
    <Field field={field} className={fieldClassName}>
      <textarea
        ref={element}
        rows={3}
        className={classNames(inputLook, "field-sizing-content min-h-24 read-only:bg-sunken", className)}
        onChange={change}
        {...area}
        {...describedBy(field)}
      />
      {limit !== undefined && left < Math.max(40, limit / 5) ? (
        <>
          <p
            aria-hidden="true"
            className={classNames("tabular text-small", left < 0 ? "text-danger" : "text-ink-soft")}
          >
            {words(left)}
          </p>
          <p role="status" className="heard-only">
            {words(heard)}
          </p>
        </>
      ) : null}
    </Field>
  );
});
