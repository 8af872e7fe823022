import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Plugin, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPlugin } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { documentExtensions } from "#app/features/document/schema.ts";
import { keepUnknown } from "#app/features/document/set-aside.ts";
import { fillGaps, steady } from "#app/features/document/steady-binding.ts";
import { steadyTableEditing } from "#app/features/document/steady-tables.ts";
import { ROOT } from "#domain/documents/words.ts";

export const schema = getSchema(documentExtensions);
// In the order of the extensions' priority: a gap is filled, and only what cannot be is set aside.
fillGaps(schema);
keepUnknown(schema);

/** The editor's schema and its binding to Yjs, without a browser: a state, and what the binding asks of a view. */
export class HeadlessEditor {
  private readonly plugin: Plugin;
  private readonly view: { state: EditorState };
  private readonly bound: { update?: (view: EditorView, before: EditorState) => void; destroy?: () => void };

  constructor(doc: Y.Doc) {
    this.plugin = ySyncPlugin(doc.getXmlFragment(ROOT));
    steady(this.plugin);
    const view = {
      state: EditorState.create({ schema, plugins: [this.plugin, steadyTableEditing()] }),
      hasFocus: () => false,
      dispatch: (transaction: Transaction) => this.dispatch(transaction),
    };
    this.view = view;
    this.bound = {};
    this.bound = this.plugin.spec.view?.(view as unknown as EditorView) ?? {};
  }

  get state(): EditorState {
    return this.view.state;
  }

  get doc(): Node {
    return this.state.doc;
  }

  dispatch(transaction: Transaction): void {
    const before = this.view.state;
    this.view.state = before.apply(transaction);
    this.bound.update?.(this.view as unknown as EditorView, before);
  }

  destroy(): void {
    this.bound.destroy?.();
  }
}
