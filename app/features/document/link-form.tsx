import type { Editor } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { isAllowedLink } from "./schema.ts";

/** Gives the selected words an address, or takes it away. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation("live");
  const [wrong, setWrong] = useState(false);
  const present = String(editor.getAttributes("link").href ?? "");

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("href") ?? "").trim();
    const href = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    if (typed !== "" && !isAllowedLink(href)) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (typed === "") chain.unsetLink().run();
    else if (editor.state.selection.empty && present === "")
      chain.insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };

  const leave = () => {
    editor.commands.focus();
    onDone();
  };

  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && leave()}
      className="flex flex-wrap items-end gap-2 py-1"
      noValidate
    >
      <TextField
        label={t("link.address")}
        name="href"
        type="url"
        defaultValue={present}
        error={wrong ? t("link.wrong") : undefined}
        autoFocus
      />
      <Button type="submit" size="small">
        {t("link.save")}
      </Button>
      <Button kind="quiet" size="small" onClick={leave}>
        {t("link.cancel")}
      </Button>
    </form>
  );
}
