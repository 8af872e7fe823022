import { History } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Threads } from "#app/features/comments/thread-view.ts";
import { useConnection, useConnectionFailed } from "#app/live/live-connection.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import type { DocumentNode } from "./document-node.ts";
import { DocumentText } from "./document-text.tsx";
import { FellOver } from "./fell-over.tsx";

// The editor is the heaviest part of the product; the text stands on the page before it is fetched. After a release its
// file may be gone: the page keeps the text then, instead of giving way to an error page.
const LiveDocument = lazy(() => import("./live-document.tsx").catch(() => ({ default: NeverCame })));

const NeverCame = ({ waiting }: { waiting: ReactNode }) => <FellOver>{waiting}</FellOver>;

export interface PhaseDocumentProps {
  cycleId: string;
  document: { id: string; audience: "team" | "coach"; can: { write: boolean; comment: boolean } };
  /** What the document is called, for who hears the page. */
  label: string;
  /** The text as the server had it when the page was made; null when it could not be read. */
  initialText: DocumentNode | null;
  threads: Threads;
  viewerId: string;
  /** Where the versions of this text are. */
  historyPath: string;
}

/** The live document of a phase: first as text, then, in the same place, as the editor. */
export function PhaseDocument(props: PhaseDocumentProps) {
  const connection = useConnection();
  const failed = useConnectionFailed();
  const [painted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);

  const text = <WaitingText {...props} />;
  if (failed) return <FellOver>{text}</FellOver>;
  if (!painted || !connection) return text;
  return (
    <Suspense fallback={text}>
      <LiveDocument key={props.document.id} {...props} connection={connection} waiting={text} />
    </Suspense>
  );
}

function WaitingText({ label, initialText, historyPath }: PhaseDocumentProps) {
  const { t } = useTranslation("live");
  return (
    <section aria-label={label}>
      <div className="document-bar no-print">
        <LinkButton to={historyPath} kind="quiet" size="small" icon={History} className="ms-auto">
          {t("history")}
        </LinkButton>
      </div>
      <div className="prose document-text">
        {initialText ? <DocumentText root={initialText} /> : <Skeleton lines={8} />}
      </div>
      <noscript>
        <p className="text-small text-ink-soft">{t("needsScript")}</p>
      </noscript>
    </section>
  );
}
