import * as z from "zod";
import { hasControlCharacters, isDay } from "#domain/cards/check-card.ts";
import { invalid } from "#domain/errors.ts";

/** What a person typed, as it came from a form or a JSON body: nothing about it is known yet. */
export type Raw = Readonly<Record<string, unknown>>;

/** The messages of these schemas are reasons (`errors:field.<reason>`), never sentences: the screen has the words. */
const clean = (schema: z.ZodString) =>
  schema.trim().refine((text) => !hasControlCharacters(text), { error: "control-characters" });

/** A text that has to be there, of at most `max` characters. */
export const requiredText = (max: number) =>
  clean(z.string({ error: "required" }))
    .min(1, { error: "required" })
    .max(max, { error: "too-long" });

/** A text that may be empty or missing. */
export const optionalText = (max: number) =>
  clean(z.string({ error: "not-text" }))
    .max(max, { error: "too-long" })
    .default("");

/** A day as a date field sends it (YYYY-MM-DD); empty means none. */
export const optionalDay = z
  .union([z.literal(""), z.string().refine(isDay, { error: "not-a-date" })], { error: "not-a-date" })
  .nullish()
  .transform((day) => (day ? day : null));

export const requiredDay = z.string({ error: "required" }).refine(isDay, { error: "not-a-date" });

/** A moment as `datetime-local` sends it, read as Brussels time. */
export const requiredMoment = z
  .string({ error: "required" })
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, { error: "not-a-moment" })
  .refine(
    (moment) => isDay(moment.slice(0, 10)) && Number(moment.slice(11, 13)) < 24 && Number(moment.slice(14)) < 60,
    {
      error: "not-a-moment",
    },
  );

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: ({ input }) => (input === undefined || input === "" ? "required" : "unknown-choice") });

/** One of the words, or nothing chosen. */
export const optionalOneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .union([z.literal(""), z.enum(words)], { error: "unknown-choice" })
    .nullish()
    .transform((word) => (word ? word : null));

/** Which version of a row a form was made from: a whole number that the column can hold. */
export const seenVersion = z.coerce
  .number({ error: "invalid" })
  .int({ error: "invalid" })
  .min(1, { error: "invalid" })
  .max(2 ** 31 - 1, { error: "invalid" });

export const emailAddress = z
  .string({ error: "required" })
  .trim()
  .toLowerCase()
  .min(1, { error: "required" })
  .max(254, { error: "too-long" })
  .refine((address) => !/[\s<>()\\,;:"[\]]/.test(address) && !hasControlCharacters(address), {
    error: "not-an-address",
  })
  .regex(/^[^@]+@[^@.]+(\.[^@.]+)+$/, { error: "not-an-address" });

/**
 * Parses what came in; the one gate between a form and a use case.
 *
 * @throws an `invalid` failure that names a reason for each wrong field.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
  // What a schema names no reason for is not the person's typing: a hidden field that is missing, or forged.
  const unnamed = ({ input }: { input?: unknown }) => (input === undefined ? "required" : "invalid");
  const parsed = schema.safeParse(raw, { error: unnamed });
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  throw invalid(fields);
}
