import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { DocumentNode } from "#app/features/document/document-node.ts";
import { DocumentText, type DocumentWords } from "#app/features/document/document-text.tsx";
import { classNames } from "#app/ui/class-names.ts";
import type { ComparedRow } from "#domain/documents/compare.ts";
import { countWords } from "#domain/documents/content.ts";
import { beyondSchema } from "#domain/documents/tree.ts";

type Row = SerializeFrom<ComparedRow>;

interface ComparedProps {
  rows: readonly Row[];
  /** The moment of the version, in words. */
  then: string;
  same: boolean;
}

/**
 * A version beside the text of now, block by block: two columns on a wide screen, one on a narrow one. What both have
 * is drawn twice for the eye and read once: who listens, and who has a narrow screen, gets it from the right.
 */
export function Compared({ rows, then, same }: ComparedProps) {
  const { t } = useTranslation("history");
  const words = {
    removed: t("version.removed"),
    added: t("version.added"),
    done: t("version.done"),
    todo: t("version.todo"),
    setAside: t("version.setAside"),
  };
  const shown = rows.map(withoutBlank).filter(({ before, after }) => before ?? after);
  const first = shown.findIndex(({ kind }) => kind !== "same");
  return (
    <section aria-label={t("version.compare")} className="flex flex-col gap-3">
      {same ? null : <Legend toFirst={first > 3} />}
      <div className="compared">
        <p className="compared-head max-lg:hidden">
          {t("version.then")} <span className="font-normal text-ink-soft">· {then}</span>
        </p>
        <p className="compared-head max-lg:hidden">{t("version.now")}</p>
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text without ids, drawn once.
          <Pair key={index} row={row} words={words} id={index === first ? "verschil" : undefined} />
        ))}
      </div>
    </section>
  );
}

function Legend({ toFirst }: { toFirst: boolean }) {
  const { t } = useTranslation("history");
  return (
    <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small text-ink-soft">
      <span className="heard-only">{t("version.legend")}: </span>
      <span>
        <del>{t("version.legendRemoved")}</del>
      </span>
      <span>
        <ins>{t("version.legendAdded")}</ins>
      </span>
      {toFirst ? (
        <a href="#verschil" className="link no-print">
          {t("version.first")}
        </a>
      ) : null}
    </p>
  );
}

function Pair({ row, words, id }: { row: Row; words: DocumentWords; id: string | undefined }) {
  const { t } = useTranslation("history");
  const { kind, before, after } = row as ComparedRow;
  if (kind === "same")
    return (
      <>
        <div className="compared-cell max-lg:hidden" aria-hidden="true">
          {before ? <Block node={withoutLinks(before)} words={words} /> : null}
        </div>
        <div className="compared-cell">{after ? <Block node={after} words={words} /> : null}</div>
      </>
    );
  return (
    <>
      <div id={id} className={classNames("compared-cell compared-then", !before && "max-lg:hidden")}>
        <p className="compared-when">{t("version.then")}</p>
        {before ? <Block node={before} words={words} /> : <Nothing>{t("version.nothing")}</Nothing>}
      </div>
      <div className={classNames("compared-cell compared-now", !after && "max-lg:hidden")}>
        <p className="compared-when">{t("version.now")}</p>
        {after ? <Block node={after} words={words} /> : <Nothing>{t("version.nothingNow")}</Nothing>}
      </div>
    </>
  );
}

/**
 * A line that came or went without a word in it: an empty bullet, the paragraph before a heading. Nobody misses it; what
 * cannot be shown is told.
 */
function withoutBlank(row: Row): Row {
  const worded = (node: Row["before"]) =>
    node && (countWords(node) > 0 || beyondSchema({ type: "doc", content: [node] }).length > 0) ? node : null;
  return row.kind === "same" ? row : { ...row, before: worded(row.before), after: worded(row.after) };
}

const Nothing = ({ children }: { children: string }) => <p className="text-small text-ink-faint italic">{children}</p>;

const Block = ({ node, words }: { node: DocumentNode; words: DocumentWords }) => (
  <div className="prose document-static">
    <DocumentText root={{ type: "doc", content: [node] }} words={words} />
  </div>
);

/** What only the eye meets must not be reached with the keyboard. */
function withoutLinks(node: DocumentNode): DocumentNode {
  const marks = node.marks?.filter(({ type }) => type !== "link");
  return {
    ...node,
    ...(marks && { marks }),
    ...(node.content && { content: node.content.map(withoutLinks) }),
  };
}
