import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isWebLink } from "#domain/cards/check-card.ts";
import { ADDED_MARK, REMOVED_MARK } from "#domain/documents/compare.ts";
import { textOf } from "#domain/documents/content.ts";
import { canHold } from "#domain/documents/tree.ts";
import type { DocumentNode } from "./document-node.ts";

/**
 * A document as plain HTML, element for element what the editor makes of it, so that nothing moves when the editor
 * takes its place. A block that the schema cannot hold stays unseen here as it does there; the history shows its words,
 * and nothing but words.
 */
export function DocumentText({ root, words }: { root: DocumentNode; words?: DocumentWords }) {
  const { t } = useTranslation("live");
  return root.content?.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as below.
    <Fragment key={index}>
      {canHold({ type: "doc", content: [block] }) ? (
        nodeOf(block, words)
      ) : words && textOf(block) ? (
        <div className="set-aside">
          <p>{words.setAside}</p>
          <p className="set-aside-words">{textOf(block)}</p>
        </div>
      ) : (
        <p className="set-aside">{t("setAside")}</p>
      )}
    </Fragment>
  ));
}

/** For a text that is compared with another: what is said besides the marks, and of a box that is ticked or not. */
export interface DocumentWords {
  removed: string;
  added: string;
  done: string;
  todo: string;
  setAside: string;
}

const childrenOf = (node: DocumentNode, words?: DocumentWords): ReactNode =>
  // A text without ids: the place in the list is all that a node is known by, and it is drawn only once.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above.
  node.content?.map((child, index) => <Fragment key={index}>{nodeOf(child, words)}</Fragment>);

function nodeOf(node: DocumentNode, words?: DocumentWords): ReactNode {
  const children = childrenOf(node, words);
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>((text, mark) => marked(text, mark, words), node.text);
    case "paragraph":
      return <p>{children ?? <br />}</p>;
    case "heading":
      return Number(node.attrs?.level) === 3 ? <h3>{children}</h3> : <h2>{children}</h2>;
    case "bulletList":
      return <ul>{children}</ul>;
    case "orderedList":
      return <ol start={Number(node.attrs?.start) || 1}>{children}</ol>;
    case "listItem":
      return <li>{children}</li>;
    case "taskList":
      return <ul data-type="taskList">{children}</ul>;
    case "taskItem": {
      const checked = node.attrs?.checked === true || node.attrs?.checked === "true";
      return (
        <li data-type="taskItem" data-checked={checked}>
          <label>
            <input
              type="checkbox"
              checked={checked}
              readOnly
              disabled
              aria-label={words && (checked ? words.done : words.todo)}
            />
            <span />
          </label>
          <div>{children}</div>
        </li>
      );
    }
    case "blockquote":
      return <blockquote>{children}</blockquote>;
    case "table":
      return (
        <table>
          <tbody>{children}</tbody>
        </table>
      );
    case "tableRow":
      return <tr>{children}</tr>;
    case "tableHeader":
      return <th {...spanOf(node)}>{children}</th>;
    case "tableCell":
      return <td {...spanOf(node)}>{children}</td>;
    case "hardBreak":
      return <br />;
    default:
      return children ?? null;
  }
}

const spanOf = ({ attrs }: DocumentNode) => ({
  colSpan: Number(attrs?.colspan) || 1,
  rowSpan: Number(attrs?.rowspan) || 1,
});

function marked(
  text: ReactNode,
  mark: { type: string; attrs?: Readonly<Record<string, unknown>> },
  words?: DocumentWords,
): ReactNode {
  switch (mark.type) {
    case REMOVED_MARK:
      return (
        <del>
          {words ? <span className="heard-only">{`${words.removed} `}</span> : null}
          {text}
        </del>
      );
    case ADDED_MARK:
      return (
        <ins>
          {words ? <span className="heard-only">{`${words.added} `}</span> : null}
          {text}
        </ins>
      );
    case "bold":
      return <strong>{text}</strong>;
    case "italic":
      return <em>{text}</em>;
    case "comment":
      return <span className="comment-mark">{text}</span>;
    case "link": {
      const href = String(mark.attrs?.href ?? "");
      return isWebLink(href) || href.toLowerCase().startsWith("mailto:") ? (
        <a href={href} rel="noopener noreferrer" target="_blank">
          {text}
        </a>
      ) : (
        text
      );
    }
    default:
      return text;
  }
}
