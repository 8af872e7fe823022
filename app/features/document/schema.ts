import { type Extensions, Mark, mergeAttributes } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { isWebLink } from "#domain/cards/check-card.ts";
import { COMMENT_MARK } from "#domain/documents/words.ts";
import { RoomAtEnd } from "./room-at-end.ts";
import { DocumentRoot, SetAside } from "./set-aside.ts";
import { SteadyTable } from "./steady-tables.ts";

/** Ties a passage to a thread in the margin. Several may share words, and typing at the edge of one does not join it. */
const CommentMark = Mark.create({
  name: COMMENT_MARK,
  excludes: "",
  inclusive: false,
  addAttributes: () => ({ thread: { default: null, parseHTML: () => null } }),
  // Pasted text never brings a comment along: the mark is the server's to place.
  parseHTML: () => [],
  renderHTML: ({ mark, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { class: "comment-mark", "data-thread": mark.attrs.thread, thread: null }),
    0,
  ],
});

export const isAllowedLink = (href: string): boolean => isWebLink(href) || /^mailto:[^\s<>"]+@[^\s<>"]+$/i.test(href);

/** What a live document can hold. Grows together with SCHEMA_VERSION (domain/documents/words.ts). */
export const documentExtensions: Extensions = [
  DocumentRoot,
  SetAside,
  StarterKit.configure({
    document: false,
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    // Yjs undoes one's own edits only; the editor's own history would undo a colleague's.
    undoRedo: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      protocols: ["mailto"],
      isAllowedUri: (href) => isAllowedLink(href),
      HTMLAttributes: { rel: "noopener noreferrer", target: "_blank" },
    },
  }),
  RoomAtEnd,
  TaskList,
  TaskItem.configure({ nested: false }),
  SteadyTable.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  CommentMark,
];
