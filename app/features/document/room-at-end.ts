import { TrailingNode } from "@tiptap/extensions";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/**
 * An empty paragraph below a list or a table that ends the text, so that one can always go on there. The editor's own
 * adds it as soon as such a text is shown: opening a page would be an edit, named after who only came to read, and two
 * who open it at once would add two. So it comes with the first change that somebody makes themselves.
 */
export const RoomAtEnd = TrailingNode.extend({
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const { spec } of plugins) {
      const append = spec.appendTransaction;
      spec.appendTransaction = function (transactions, before, state) {
        const own = transactions.some((made) => made.docChanged && made.getMeta(ySyncPluginKey) === undefined);
        return own ? append?.call(this, transactions, before, state) : null;
      };
    }
    return plugins;
  },
});
