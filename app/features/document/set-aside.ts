import { type Editor, Node } from "@tiptap/core";
import { MarkType, type Mark as ProseMirrorMark, type Node as ProseMirrorNode, type Schema } from "@tiptap/pm/model";
import { AllSelection, Plugin, Selection } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

const NAME = "setAside";

/** The document itself, with room for what could not be read at its top level, and nowhere else. */
export const DocumentRoot = Node.create({ name: "doc", topNode: true, content: `(block | ${NAME})+` });

/**
 * Stands where the shared text holds a block that this page's schema does not know: a newer release wrote it, or
 * somebody hostile. The binding between Yjs and the editor deletes what it cannot make a node of, for everybody; here
 * it gets this node instead, so the block stays in the document, unseen, and comes back with a newer page.
 */
export const SetAside = Node.create<{ words: string }>({
  name: NAME,
  atom: true,
  selectable: false,
  draggable: false,
  addOptions: () => ({ words: "" }),
  parseHTML: () => [],
  renderHTML() {
    return ["p", { class: "set-aside", contenteditable: "false" }, this.options.words];
  },
  onBeforeCreate() {
    keepUnknown(this.editor.schema);
  },
  // Where the text begins with what nobody can edit, the browser gives the keyboard no cursor, nor out of all of it.
  addKeyboardShortcuts() {
    const [before, after] = [() => toEdge(this.editor, "atStart"), () => toEdge(this.editor, "atEnd")];
    const keys = { ArrowLeft: before, ArrowUp: before, Home: before, ArrowRight: after, ArrowDown: after, End: after };
    return { ...keys, "Mod-Home": before, "Mod-End": after };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          focus(view) {
            if (!view.dom.contains(document.getSelection()?.anchorNode ?? null)) view.focus();
          },
        },
      },
      filterTransaction: (transaction) =>
        !transaction.docChanged ||
        transaction.getMeta(ySyncPluginKey) !== undefined ||
        keepsSetAside(transaction.before, transaction.doc),
    }),
  ],
});

/** From everything selected to one edge of it. */
function toEdge({ state, view }: Editor, edge: "atStart" | "atEnd"): boolean {
  if (!(state.selection instanceof AllSelection)) return false;
  view.dispatch(state.tr.setSelection(Selection[edge](state.doc)).scrollIntoView());
  return true;
}

/**
 * Makes a schema answer with a stand-in where it would throw. A stand-in fits at the top level only, so a block that
 * holds something unknown is set aside as a whole. Marks keep their name and value and show nothing.
 */
export function keepUnknown(schema: Schema): void {
  const makeNode = schema.node.bind(schema);
  const makeMark = schema.mark.bind(schema);
  schema.node = (type, attrs, content, marks) => {
    try {
      return makeNode(type, attrs, content, marks);
    } catch {
      return schema.nodes[NAME]!.create();
    }
  };
  schema.mark = (type, attrs) => {
    try {
      return makeMark(type, attrs);
    } catch {
      return unknownMark(schema, typeof type === "string" ? type : type.name, attrs ?? {});
    }
  };
}

const unknownTypes = new WeakMap<Schema, Map<string, MarkType>>();

/** A mark outside the schema. The constructors are ProseMirror's own and only undocumented. */
function unknownMark(schema: Schema, name: string, attrs: object): ProseMirrorMark {
  const types = unknownTypes.get(schema) ?? new Map<string, MarkType>();
  unknownTypes.set(schema, types);
  let type = types.get(name);
  if (type === undefined) {
    const Type = MarkType as unknown as new (name: string, rank: number, schema: Schema, spec: object) => MarkType;
    type = new Type(name, 1_000 + types.size, schema, { toDOM: () => ["span", 0] });
    (type as unknown as { excluded: MarkType[] }).excluded = [type];
    types.set(name, type);
  }
  const mark = type.create();
  Object.defineProperty(mark, "attrs", { value: attrs });
  return mark;
}

/**
 * Whether every block that was set aside is still there, between the same neighbours as far as those are still there.
 * Only then does the binding leave it as it is; it would write a moved one anew, and it cannot.
 */
export function keepsSetAside(before: ProseMirrorNode, after: ProseMirrorNode): boolean {
  const old = places(before);
  const now = places(after);
  for (const [node, place] of old) if (node.type.name === NAME && !now.has(node)) return place < 0;
  for (const [node, place] of now) if (old.has(node) ? old.get(node) !== place : node.type.name === NAME) return false;
  return true;
}

/** Each top-level block with how many blocks set aside stand before it. */
function places(doc: ProseMirrorNode): Map<ProseMirrorNode, number> {
  const found = new Map<ProseMirrorNode, number>();
  let passed = 0;
  doc.forEach((node) => {
    found.set(node, passed);
    if (node.type.name === NAME) passed++;
  });
  return found;
}
