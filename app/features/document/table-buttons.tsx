import type { Editor } from "@tiptap/core";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";

const ACTIONS = {
  addRow: (editor: Editor) => editor.chain().focus().addRowAfter().run(),
  addColumn: (editor: Editor) => editor.chain().focus().addColumnAfter().run(),
  deleteRow: (editor: Editor) => editor.chain().focus().deleteRow().run(),
  deleteColumn: (editor: Editor) => editor.chain().focus().deleteColumn().run(),
  deleteTable: (editor: Editor) => editor.chain().focus().deleteTable().run(),
} as const;

/** What can be done with the table in which the cursor stands. */
export function TableButtons({ editor }: { editor: Editor }) {
  const { t } = useTranslation("live");
  return (
    <fieldset className="flex flex-wrap" aria-label={t("table.label")}>
      {(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).map((name) => (
        <Button key={name} kind="quiet" size="small" onClick={() => ACTIONS[name](editor)}>
          {t(`table.${name}`)}
        </Button>
      ))}
    </fieldset>
  );
}
