import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node, Schema } from "@tiptap/pm/model";
import type { Plugin } from "@tiptap/pm/state";
import { getRelativeSelection, ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/**
 * The binding between editor and Yjs, without three ways to lose somebody's words that a long fuzz of it found
 * (tests/faults/convergence). All are about changes that were fine on their own and meet.
 */
export const SteadyCollaboration = Collaboration.extend({
  onBeforeCreate(event) {
    this.parent?.(event);
    // This extension's priority brings it before SetAside: a gap is filled, and only what cannot be is set aside.
    fillGaps(this.editor.schema);
  },
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const plugin of plugins) if (plugin.spec.key === ySyncPluginKey) steady(plugin);
    return plugins;
  },
});

/**
 * Where an element lacks what the schema asks for, such as a table cell of which two people each deleted one of two
 * paragraphs, the binding deletes the whole element, and with it what a third person is typing there. An empty
 * paragraph in the gap keeps it, and doubles no text when several clients put one in.
 */
export function fillGaps(schema: Schema): void {
  const make = schema.node.bind(schema);
  schema.node = (type, attrs, content, marks): Node => {
    try {
      return make(type, attrs, content, marks);
    } catch (error) {
      const known = typeof type === "string" ? schema.nodes[type] : type;
      const filled = known?.createAndFill(attrs, content, marks);
      if (!filled) throw error;
      filled.check();
      return filled;
    }
  };
}

/** Call it before the plugin gets its view. */
export function steady(plugin: Plugin): void {
  const { binding } = plugin.spec.state?.init.call(plugin, {}, {} as never) ?? {};
  if (!(binding instanceof ProsemirrorBinding)) throw new Error("this plugin binds no editor to Yjs");
  keepCursorInReach(binding);
  const write = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (doc) =>
    binding.doc.transact((transaction) => {
      write(doc);
      makeRoomForWords(transaction, doc.type.schema);
    }, ySyncPluginKey);
}

/**
 * When one arrival makes several transactions (the binding tidies up after the first), it looks for the cursor of
 * before the first in the text of after it, which may be shorter: it throws, and the document stands still for good.
 * The cursor is looked up again after each.
 */
function keepCursorInReach(binding: ProsemirrorBinding): void {
  const changed = binding._typeChanged.bind(binding);
  binding._observeFunction = (events: Y.YEvent<never>[], transaction: Y.Transaction) => {
    try {
      changed(events, transaction);
    } catch {
      // What cannot be found again is the cursor. The text comes first; the cursor goes where the editor puts it.
      // (The binding has null there between transactions; only its types do not say so.)
      Object.assign(binding, { beforeTransactionSelection: null });
      changed(events, transaction);
    }
    if (binding.beforeTransactionSelection !== null && binding.prosemirrorView)
      binding.beforeTransactionSelection = getRelativeSelection(binding, binding.prosemirrorView.state);
  };
}

/**
 * An empty paragraph has no text in Yjs, and whoever types first makes one. Two people who begin in it at the same time
 * make two; the binding of one then moves its text into the other's and deletes its own, with what a colleague was
 * typing in that one. So a new paragraph gets its text at once, and everybody types in the same.
 */
function makeRoomForWords({ doc, beforeState }: Y.Transaction, schema: Schema): void {
  const from = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const last = structs.at(-1);
  if (last === undefined || last.id.clock + last.length <= from) return;
  const made = structs.slice(Y.findIndexSS(structs, from));
  for (const item of made) {
    if (item.deleted || !(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlElement && type.length === 0 && schema.nodes[type.nodeName]?.isTextblock)
      type.insert(0, [new Y.XmlText()]);
  }
}
