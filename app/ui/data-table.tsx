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
  } = props;
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
          className={classNames("border-collapse text-small", width === "full" ? "w-full" : "min-w-[min(100%,28rem)]")}
        >
          <caption id={captionId} className={captionHidden ? "heard-only" : "pb-2 text-start font-medium"}>
            {caption}
          </caption>
          <thead className="sticky top-0 z-10 bg-paper">
            <tr>
              {columns.map(({ key, header, align = "text" }) => (
                <th
                  key={key}
                  scope="col"
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
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} className="border-b border-line hover:bg-sunken">
                {columns.map(({ key, cell, align = "text", names }) => {
                  const Cell = names ? "th" : "td";
                  return (
                    <Cell
                      key={key}
                      scope={names ? "row" : undefined}
                      className={classNames(
                        "py-2.5 pe-8 align-top last:pe-0",
                        alignment[align],
                        names && "font-medium",
                      )}
                    >
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
