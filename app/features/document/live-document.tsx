import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Margin } from "#app/features/comments/margin.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Progress } from "#app/ui/progress.tsx";
import type { LiveConnection, LiveDocument as OpenDocument } from "#realtime/client/index.ts";
import { DocumentEditor } from "./document-editor.tsx";
import { EditorBoundary } from "./editor-boundary.tsx";
import { FellOver } from "./fell-over.tsx";
import { OwnVersionNotice } from "./own-version-notice.tsx";
import type { PhaseDocumentProps } from "./phase-document.tsx";
import { type Selected, useMarkedThreads } from "./selection-anchor.ts";
import { UnsavedNotice } from "./unsaved-notice.tsx";
import { useDocumentState } from "./use-document-state.ts";

interface LiveDocumentProps extends PhaseDocumentProps {
  connection: LiveConnection;
  /** What stands on the page until the document has come in. */
  waiting: ReactNode;
}

/** Opens the live document and shows it as the editor, with the conversations in the margin. */
export default function LiveDocument({ connection, waiting, ...props }: LiveDocumentProps) {
  const documentId = props.document.id;
  const [open, setOpen] = useState<OpenDocument | null>(null);
  useEffect(() => {
    const opened = connection.openDocument(documentId);
    setOpen(opened);
    return () => {
      setOpen(null);
      void opened.close();
    };
  }, [connection, documentId]);
  return open ? <OpenedDocument {...props} open={open} waiting={waiting} /> : waiting;
}

function OpenedDocument({ open, waiting, ...props }: PhaseDocumentProps & { open: OpenDocument; waiting: ReactNode }) {
  const { t } = useTranslation("live");
  const { status, ready, rights, progress } = useDocumentState(open);
  const marked = useMarkedThreads(open.doc);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [activeThread, setActiveThread] = useState<string | null>(null);

  if (status === "removed")
    return (
      <Notice kind="warn" title={t("removed.title")} announced>
        {t("removed.text")}
      </Notice>
    );
  if (!ready)
    return (
      <>
        {open.reload ? <UnsavedNotice open={open} status={status} /> : null}
        {progress === null ? null : <Progress label={t("comingIn")} value={progress} max={1} />}
        {waiting}
      </>
    );
  return (
    <div className="document-with-margin">
      <UnsavedNotice open={open} status={status} />
      <OwnVersionNotice open={open} />
      <EditorBoundary fallback={<FellOver>{waiting}</FellOver>}>
        <DocumentEditor
          open={open}
          status={status}
          writable={rights?.write ?? props.document.can.write}
          commentable={rights?.comment ?? props.document.can.comment}
          label={props.label}
          viewerId={props.viewerId}
          historyPath={props.historyPath}
          activeThread={activeThread}
          onThread={setActiveThread}
          onComment={setSelected}
        />
      </EditorBoundary>
      <Margin
        cycleId={props.cycleId}
        documentId={props.document.id}
        threads={props.threads}
        viewerId={props.viewerId}
        marked={marked}
        selected={selected}
        onSelected={setSelected}
        activeThread={activeThread}
        onThread={setActiveThread}
        commentable={rights?.comment ?? props.document.can.comment}
      />
    </div>
  );
}
