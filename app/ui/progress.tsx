import { useId } from "react";
import { useFormat } from "#app/i18n/use-format.ts";

interface ProgressProps {
  /** What is counted: "3 van 5 scholen vulden in". The words carry the meaning, the bar repeats it. */
  label: string;
  value: number;
  max: number;
}

/** How far something shared has come: an upload, a report. Never how far a person has come. */
export function Progress({ label, value, max }: ProgressProps) {
  const id = useId();
  const { number } = useFormat();
  return (
    <div className="flex max-w-form flex-col gap-1">
      <label htmlFor={id} className="tabular text-small">
        {label}
      </label>
      <progress id={id} value={value} max={max} className="progress h-2 w-full">
        {number(max === 0 ? 0 : value / max, { style: "percent" })}
      </progress>
    </div>
  );
}
