import { useActionData } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";

interface FormErrorSummaryProps {
  /** A sentence per field name. Nothing is shown when there are none. */
  errors: Readonly<Record<string, string | undefined>> | undefined;
  /** The label of each field: away from its field, "Vul dit nog in." alone says nothing. */
  labels: Readonly<Record<string, string>>;
  /** A fault that belongs to no field, such as "Iemand anders paste dit net aan." */
  general?: string;
}

/** At the top of a refused form: how many things to look at, each a link to its field. Takes the focus when it comes. */
export function FormErrorSummary({ errors = {}, labels, general }: FormErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const answer = useActionData<unknown>();
  const key = JSON.stringify([wrong, general]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second refusal must be announced again, also with the same words
  useEffect(() => box.current?.focus(), [answer, key]);
  if (wrong.length === 0 && !general) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="max-w-form rounded-base border-s-4 border-danger bg-danger-tint px-4 py-3"
    >
      <p className="flex gap-2 font-medium">
        <Icon of={CircleAlert} className="mt-[0.25em] text-danger" />
        {general ?? t("form.refused", { count: wrong.length })}
      </p>
      {wrong.length > 0 ? (
        <ul className="ms-7 mt-1 text-small">
          {wrong.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="link text-ink">
                {named(labels[name], sentence)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** A label that is a question already ends in a sign. */
const named = (label: string | undefined, sentence: string): string =>
  label ? `${label}${/[?!.:]$/.test(label) ? "" : ":"} ${sentence}` : sentence;
