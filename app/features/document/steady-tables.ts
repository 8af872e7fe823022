import type { RawCommands } from "@tiptap/core";
import { Table } from "@tiptap/extension-table";
import type { Command, EditorState, Plugin, Transaction } from "@tiptap/pm/state";
import { CellSelection, fixTables, tableEditing, tableEditingKey } from "@tiptap/pm/tables";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/** They count in rows and columns, so they need a table in which every row has as many cells. */
const COUNTING = [
  "addRowBefore",
  "addRowAfter",
  "addColumnBefore",
  "addColumnAfter",
  "deleteRow",
  "deleteColumn",
] as const;

/**
 * Tables that hold still while people work. Where one adds a row and another a column in the same moment, a row lacks a
 * cell. The editor's tables come with a repair for that, which runs in every browser at every change: each puts a cell
 * in, the row is now too long, and each lengthens the other rows. With three who type, a table of three columns had 129
 * after six exchanges. So nobody repairs by reading or typing: a short row is shown as it is, and whoever works on the
 * rows and columns, or selects cells, repairs that one table first.
 */
export const SteadyTable = Table.extend({
  // Without the inline width that the content security policy would refuse.
  renderHTML: () => ["table", ["tbody", 0]],
  addCommands() {
    const commands: Partial<RawCommands> = { ...this.parent?.() };
    for (const name of COUNTING) {
      const command = commands[name];
      if (!command) throw new Error(`the editor's tables have no ${name}`);
      commands[name] = () => (props) => {
        if (props.dispatch) evenOut(props.tr);
        // Read once more: a chain looks at its transaction when it is asked for it.
        void props.state.tr;
        return command()(props);
      };
    }
    return commands;
  },
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const plugin of plugins) if (plugin.spec.key === tableEditingKey) repairOnlyOwn(plugin);
    return plugins;
  },
});

/** The editing of tables as the editor has it, for an editor without a screen. */
export function steadyTableEditing(): Plugin {
  const plugin = tableEditing();
  repairOnlyOwn(plugin);
  return plugin;
}

/** A command that counts rows and columns, after the repair it needs. */
export const onEvenTable =
  (command: Command): Command =>
  (state, dispatch) => {
    const { tr } = state;
    evenOut(tr);
    return command(
      state.apply(tr),
      dispatch &&
        ((made) => {
          for (const step of made.steps) tr.step(step);
          dispatch(tr);
        }),
    );
  };

function repairOnlyOwn(plugin: Plugin): void {
  const afterwards = plugin.spec.appendTransaction;
  if (!afterwards) throw new Error("the editor's tables repair nothing");
  plugin.spec.appendTransaction = (transactions, _before, state) => {
    const { tr } = state;
    if (state.selection instanceof CellSelection && transactions.some(isOwnSelection)) evenOut(tr);
    // From this state to itself nothing changed, so it looks at the selection only.
    return tr.docChanged ? tr : afterwards.call(plugin, transactions, state, state);
  };
}

const isOwnSelection = (transaction: Transaction) =>
  transaction.selectionSet && transaction.getMeta(ySyncPluginKey) === undefined;

/** Gives every row of the table with the selection as many cells. */
function evenOut(tr: Transaction): void {
  const { $from } = tr.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const table = $from.node(depth);
    if (table.type.spec.tableRole !== "table") continue;
    // It asks a state for no more than this, and would repair every table of the whole document.
    const only = { doc: { descendants: (look: (...seen: unknown[]) => void) => look(table, $from.before(depth)) } };
    fixTables({ ...only, schema: table.type.schema, tr } as unknown as EditorState);
    return;
  }
}
