import type { DateStyle } from "#app/i18n/format.ts";
import { useFormat } from "#app/i18n/use-format.ts";

interface DateTextProps {
  value: Date | string | number;
  style?: DateStyle;
  /** The moment of the page, from its loader: then the text is "over 3 dagen" and the date is in the title. */
  relativeTo?: Date | string | number;
}

/** A moment in the words of this language, on Brussels time, with the exact moment for machines. */
export function DateText({ value, style = "date", relativeTo }: DateTextProps) {
  const { date, relativeDay } = useFormat();
  const exact = new Date(value).toISOString();
  if (relativeTo === undefined) return <time dateTime={exact}>{date(value, style)}</time>;
  return (
    <time dateTime={exact} title={date(value, "moment")}>
      {relativeDay(value, relativeTo)}
    </time>
  );
}
