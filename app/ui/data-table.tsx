import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers line up on the right, figure under figure. */
  align?: "text" | "number";
  /** The column that names the row, for a screen reader. One per table. */
  names?: boolean;
  /** Needs no header beside it when the rows are stacked: a title, a phase. */
  speaksForItself?: boolean;
}

interface DataTableProps<Row> {
  /** What the table shows, as a sentence. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Under the table: source, edition, what was left out. */
  note?: ReactNode;
  /** Keeps the head in view in a tall table: give the box a height. */
  scrollHeight?: "none" | "screen";
  /** As wide as its contents (figures stay near their names), or as its place. */
  width?: "content" | "full";
  /** On a phone each row is a block, one fact under the other, instead of a table to scroll sideways. */
  stacked?: boolean;
}

const alignment = { text: "text-start", number: "tabular text-end" };

/** Rows of facts. Wider than its place it scrolls on its own, reachable by keyboard; the page itself never does. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    note,
    scrollHeight = "none",
    width = "content",
    stacked = false,
  } = props;
  // Laid out as blocks a table is no table any more for a screen reader, unless it says so itself.
  const role = (name: string) => (stacked ? name : undefined);
  const captionId = useId();
  return (
    <figure className="min-w-0">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll a wide table
        tabIndex={0}
        aria-labelledby={captionId}
        className={classNames("overflow-auto", scrollHeight === "screen" && "max-h-[75dvh]")}
      >
        <table
          role={role("table")}
          className={classNames(
            "border-collapse text-small",
            width === "full" ? "w-full" : "min-w-[min(100%,28rem)]",
            stacked && "max-sm:block",
          )}
        >
          <caption id={captionId} className={captionHidden ? "heard-only" : "pb-2 text-start font-medium"}>
            {caption}
          </caption>
          <thead
            role={role("rowgroup")}
            className={classNames("sticky top-0 z-10 bg-paper", stacked && "max-sm:heard-only")}
          >
            <tr role={role("row")}>
              {columns.map(({ key, header, align = "text" }) => (
                <th
                  key={key}
                  scope="col"
                  role={role("columnheader")}
                  className={classNames(
                    "border-b-2 border-line-strong py-2 pe-8 align-bottom font-semibold last:pe-0",
                    alignment[align],
                  )}
                >
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role={role("rowgroup")} className={classNames(stacked && "max-sm:block")}>
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                role={role("row")}
                className={classNames("border-b border-line hover:bg-sunken", stacked && "max-sm:block max-sm:py-4")}
              >
                {columns.map(({ key, header, cell, align = "text", names, speaksForItself }) => {
                  const Cell = names ? "th" : "td";
                  return (
                    <Cell
                      key={key}
                      scope={names ? "row" : undefined}
                      role={role(names ? "rowheader" : "cell")}
                      className={classNames(
                        "py-2.5 pe-8 align-top last:pe-0",
                        alignment[align],
                        names && "font-medium",
                        stacked && "max-sm:block max-sm:py-1 max-sm:pe-0",
                      )}
                    >
                      {stacked && !names && !speaksForItself ? (
                        <span aria-hidden="true" className="me-2 text-ink-soft sm:hidden">
                          {header}:
                        </span>
                      ) : null}
                      {cell(row)}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note ? <figcaption className="mt-2 text-tiny text-ink-faint">{note}</figcaption> : null}
    </figure>
  );
}
