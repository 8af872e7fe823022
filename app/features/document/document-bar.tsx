import type { Editor } from "@tiptap/core";
import { History, MessageSquarePlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AvatarStack } from "#app/ui/avatar-stack.tsx";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { SaveLight } from "#app/ui/save-light.tsx";
import type { DocumentStatus, LiveDocument } from "#realtime/client/index.ts";
import { Formatting } from "./formatting.tsx";
import { saveStateOf } from "./save-state.ts";
import { useHasSelection } from "./use-editor-facts.ts";
import { usePresent } from "./use-present.ts";

interface DocumentBarProps {
  editor: Editor;
  open: LiveDocument;
  status: DocumentStatus;
  writable: boolean;
  commentable: boolean;
  viewerId: string;
  /** Where the versions of this text are. */
  historyPath: string;
  onComment: () => void;
}

/** Above the text: how it is marked up, who is here, and whether the work is safe. */
export function DocumentBar({
  editor,
  open,
  status,
  writable,
  commentable,
  viewerId,
  historyPath,
  onComment,
}: DocumentBarProps) {
  const { t } = useTranslation("live");
  const present = usePresent(open, viewerId);
  const hasSelection = useHasSelection(editor);
  return (
    <div className="document-bar no-print">
      {writable ? <Formatting editor={editor} /> : null}
      {commentable ? (
        <Button kind="quiet" size="small" icon={MessageSquarePlus} disabled={!hasSelection} onClick={onComment}>
          {t("comment.add")}
        </Button>
      ) : null}
      <div className="ms-auto flex items-center gap-3">
        <AvatarStack people={present} label={t("present")} />
        <SaveLight state={saveStateOf(status, writable)} />
        <LinkButton to={historyPath} kind="quiet" size="small" icon={History}>
          {t("history")}
        </LinkButton>
      </div>
    </div>
  );
}
