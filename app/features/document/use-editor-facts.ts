import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";

export const useHasSelection = (editor: Editor): boolean =>
  useEditorState({ editor, selector: ({ editor: now }) => !now.state.selection.empty });
