import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";

const widths = ["w-11/12", "w-full", "w-4/5", "w-10/12", "w-3/5"];

/** The room that text will take while it is on its way, so that nothing jumps. Only for what takes longer than a blink. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classNames("measure flex flex-col gap-2.5", className)}>
      <span className="heard-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, index) => index).map((line) => (
        <span key={line} className={classNames("breathe h-4 rounded-small bg-line", widths[line % widths.length])} />
      ))}
    </div>
  );
}
