import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { personLook } from "#app/ui/person-look.ts";
import type { LiveDocument } from "#realtime/client/index.ts";

/** Who somebody is comes from the server with their presence; a caret is never drawn for a nameless one. */
interface PresentUser {
  id?: string;
  name?: string;
}

/** The carets of the others, with their names, in the colour by which they are known everywhere. */
export function carets(open: LiveDocument) {
  return CollaborationCaret.configure({
    provider: { awareness: open.awareness },
    // The server writes who we are; what is said here never leaves the device.
    user: { name: "", color: "" },
    render: (user: PresentUser) => {
      const { colour } = personLook(user.id ?? "");
      const caret = document.createElement("span");
      caret.className = `caret person-${colour}`;
      const name = document.createElement("span");
      name.className = `caret-name person person-${colour}`;
      name.textContent = user.name ?? "";
      caret.append(name);
      return caret;
    },
    selectionRender: (user: PresentUser) => ({
      nodeName: "span",
      class: `caret-selection person-${personLook(user.id ?? "").colour}`,
    }),
  });
}
