import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import type { FailureKind } from "#domain/errors.ts";

/** What an action answers when it refuses; the reasons are keys of the catalogue `errors`. */
export interface Refusal {
  failure: {
    kind: FailureKind;
    reason: string;
    fields: Readonly<Record<string, string>>;
    details: Readonly<Record<string, unknown>>;
    /** What was typed, secrets left out. */
    typed: Readonly<Record<string, string>>;
    /** What was ticked, of lists that take several. */
    ticked: Readonly<Record<string, readonly string[]>>;
  };
}

/** Whether the data of an action or a fetcher is a refusal. */
export function isRefusal(data: unknown): data is Refusal {
  return typeof data === "object" && data !== null && "failure" in data;
}

export interface RefusalWords {
  /** What went wrong as a whole; undefined when it is all said beside the fields. */
  sentence: string | undefined;
  /** What is wrong with each field, ready for `error={errors.name}` and `<FormErrorSummary errors={errors} labels={…}>`. */
  errors: Readonly<Record<string, string | undefined>>;
  /** For `defaultValue`: what was typed, when the form comes back as a new page (sent before or without script). */
  typed: Readonly<Record<string, string | undefined>>;
  ticked: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The sentences for what an action refused; empty for everything that is not a refusal. */
export function useRefusal(data: unknown): RefusalWords {
  const { t } = useTranslation("errors");
  const { date } = useFormat();
  if (!isRefusal(data)) return { sentence: undefined, errors: {}, typed: {}, ticked: {} };
  const { kind, reason, fields, details, typed, ticked } = data.failure;

  // Reasons come from the server as text, so the compiler cannot know the key; a test keeps the catalogues complete.
  const say = t as unknown as (key: string[], values: Record<string, unknown>) => string;
  const values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, name.endsWith("At") ? date(String(value), "moment") : value]),
  );
  const { form, ...rest } = fields;
  const beside = Object.entries(rest).map(([name, why]) => [name, say([`field.${why}`, "field.invalid"], values)]);
  const whole = form ?? (beside.length === 0 ? reason : undefined);
  return {
    sentence: whole && say([`reason.${whole}`, `field.${whole}`, `reason.${kind}`], values),
    errors: Object.fromEntries(beside) as Record<string, string>,
    typed,
    ticked,
  };
}
