import { useTranslation } from "react-i18next";

interface ConflictProps {
  /** Who changed it meanwhile, when that is known. */
  who: string | null;
  /** What is kept now, and what was typed, by field. */
  theirs: Readonly<Record<string, unknown>>;
  mine: Readonly<Record<string, unknown>>;
  labelOf: (name: string) => string;
  shownAs?: (name: string, value: string) => string;
}

/** As a form says it: a box that is ticked is "on". */
const plain = (value: unknown): string => (value === true ? "on" : typeof value === "string" ? value : "");

/** Two texts of the same thing beside each other. Nothing was overwritten; the person chooses below. */
export function Conflict({ who, theirs, mine, labelOf, shownAs = (_name, value) => value }: ConflictProps) {
  const { t } = useTranslation("cycles");
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].filter(
    (name) => plain(theirs[name]) !== plain(mine[name]) && labelOf(name) !== "",
  );
  const column = (title: string, values: Readonly<Record<string, unknown>>) => (
    <div className="min-w-0">
      <p className="text-small font-semibold">{title}</p>
      <dl className="mt-1 flex flex-col gap-2 text-small">
        {names.map((name) => (
          <div key={name}>
            <dt className="text-tiny text-ink-soft">{labelOf(name)}</dt>
            <dd className="whitespace-pre-line break-words">
              {plain(values[name]) ? shownAs(name, plain(values[name])) : <em>{t("conflict.empty")}</em>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-base border-s-4 border-warn bg-warn-tint px-4 py-3">
      <p className="font-semibold">{t("conflict.title", { name: who ?? t("conflict.somebody") })}</p>
      <p className="text-small">{t("conflict.text")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {column(t("conflict.theirs"), theirs)}
        {column(t("conflict.mine"), mine)}
      </div>
    </div>
  );
}
