/** A live document as plain data: what the server reads of it for a page, and what the editor's schema is held against. */
export interface DocumentNode {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content?: readonly DocumentNode[];
  text?: string;
  marks?: readonly { type: string; attrs?: Readonly<Record<string, unknown>> }[];
}

const INLINE = ["text", "hardBreak"];
const BLOCKS = ["paragraph", "heading", "blockquote", "bulletList", "orderedList", "taskList", "table"];

interface Rule {
  /** What it may hold. */
  holds: readonly string[];
  /** What has to come first. */
  first?: string;
  /** Whether it may hold nothing. */
  mayBeEmpty?: boolean;
}

/** The editor's schema in words that need no editor. `app/features/document/schema.test.ts` holds the two together. */
const RULES: Readonly<Record<string, Rule>> = {
  doc: { holds: BLOCKS },
  paragraph: { holds: INLINE, mayBeEmpty: true },
  heading: { holds: INLINE, mayBeEmpty: true },
  blockquote: { holds: BLOCKS },
  bulletList: { holds: ["listItem"] },
  orderedList: { holds: ["listItem"] },
  listItem: { holds: BLOCKS, first: "paragraph" },
  taskList: { holds: ["taskItem"] },
  taskItem: { holds: ["paragraph"] },
  table: { holds: ["tableRow"] },
  tableRow: { holds: ["tableCell", "tableHeader"], mayBeEmpty: true },
  tableCell: { holds: BLOCKS },
  tableHeader: { holds: BLOCKS },
  hardBreak: { holds: [], mayBeEmpty: true },
  text: { holds: [], mayBeEmpty: true },
};

/** Whether a node of this kind holds running text, as a paragraph does, and not blocks. */
export const holdsText = (type: string): boolean => Object.hasOwn(RULES, type) && RULES[type]?.holds === INLINE;

/** The blocks of a document that the editor's schema cannot hold: they are set aside, shown in the history only. */
export const beyondSchema = ({ content = [] }: DocumentNode): DocumentNode[] =>
  content.filter((block) => !canHold({ type: "doc", content: [block] }));

/** Whether the editor's schema can hold this node with everything in it. Marks that it does not know do not count. */
export function canHold({ type, content = [] }: DocumentNode): boolean {
  const rule = Object.hasOwn(RULES, type) ? RULES[type] : undefined;
  if (rule === undefined) return false;
  if (content.length === 0) return rule.mayBeEmpty === true;
  if (rule.first !== undefined && content[0]!.type !== rule.first) return false;
  return content.every((child) => rule.holds.includes(child.type) && canHold(child));
}
