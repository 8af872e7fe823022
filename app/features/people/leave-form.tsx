import { type FormEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoot } from "#app/frame/use-root.ts";

const dialog = () => import("./leave-dialog.tsx");
const device = () => import("#realtime/client/device/forget.ts");
const LeaveDialog = lazy(dialog);

/** What stands in the way of leaving: so many edits that only this device has, or no connection to leave over. */
export interface Obstacle {
  edits: number;
  offline: boolean;
}

interface LeaveFormProps {
  action: string;
  className?: string;
  /** The button. */
  children: ReactNode;
}

/**
 * A plain form that ends a session: leaving works without script. With script it first asks about edits that only this
 * device has, and wipes what the device keeps before it goes: computers at school are shared (T33).
 */
export function LeaveForm({ action, className, children }: LeaveFormProps) {
  const personId = useRoot()?.viewer?.id;
  const form = useRef<HTMLFormElement>(null);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const { i18n } = useTranslation();

  // Fetched after the first paint and before they are needed: without a connection it would be too late.
  useEffect(() => {
    if (personId) Promise.all([dialog(), device(), i18n.loadNamespaces("people")]).catch(() => {});
  }, [personId, i18n]);

  async function ask(event: FormEvent) {
    if (!personId) return;
    event.preventDefault();
    const offline = !navigator.onLine;
    const edits = await unsentEdits(personId);
    if (edits > 0 || offline) setObstacle({ edits, offline });
    else await leave();
  }

  async function leave() {
    if (personId) await forget(personId);
    // Not `requestSubmit`, which would ask again. If the connection is gone after all, the browser says so.
    form.current?.submit();
  }

  return (
    <form ref={form} method="post" action={action} className={className} onSubmit={ask}>
      {children}
      {obstacle ? (
        <Suspense fallback={null}>
          <LeaveDialog
            obstacle={obstacle}
            onStay={() => setObstacle(null)}
            onForget={() => personId && forget(personId)}
            onLeave={leave}
          />
        </Suspense>
      ) : null}
    </form>
  );
}

/** A device whose storage cannot be read holds nothing that could be sent either. */
async function unsentEdits(personId: string): Promise<number> {
  try {
    return (await (await device()).unsentOnDevice(personId)).edits;
  } catch {
    return 0;
  }
}

/** The server's answer wipes the storage of this site once more, so a failure here must not keep anybody in. */
async function forget(personId: string): Promise<void> {
  try {
    await (await device()).forgetDevice(personId);
  } catch {}
}
